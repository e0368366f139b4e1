// SPDX-License-Identifier: Apache-2.0
import { kPhone, kWide, type Wishes } from './visitor';

/** For a test that looks at every page there is, one after another, on a machine that is slow. */
export const kWholeRoundMs = 12 * 60_000;

export type Look = Required<Pick<Wishes, 'language' | 'theme' | 'size'>>;
const look = (language: Look['language'], theme: Look['theme'], size: Look['size']): Look => ({ language, theme, size });

/** Every language, light and dark, wide and narrow: each pair of them once. All twelve when TAMGA_ALL_LOOKS is set. */
export const kLooks: Look[] = process.env.TAMGA_ALL_LOOKS
  ? (['en', 'ru', 'uz'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) => [kWide, kPhone].map((size) => look(language, theme, size))),
    )
  : [look('en', 'dark', kWide), look('ru', 'light', kWide), look('ru', 'dark', kPhone), look('uz', 'light', kPhone)];
