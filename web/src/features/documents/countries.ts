// SPDX-License-Identifier: Apache-2.0
import type { Choice } from '@/ui/choices';

const kLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Names that are no countries, or not any more. */
const kOthers = new Set(['AN', 'BU', 'CS', 'DD', 'EU', 'EZ', 'FX', 'NT', 'QO', 'SU', 'TP', 'UK', 'UN', 'XA', 'XB', 'YD', 'YU', 'ZR', 'ZZ']);
const kept = new Map<string, Choice[]>();

/** Countries by ISO 3166-1, as the browser calls them. */
export function countriesIn(locale: string): Choice[] {
  const known = kept.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames([locale, 'ru', 'en'], { type: 'region', fallback: 'none' });
  const found: Choice[] = [];
  for (const first of kLetters)
    for (const second of kLetters) {
      const code = first + second;
      const name = kOthers.has(code) ? undefined : names.of(code);
      if (name) found.push({ id: code, name: `${name} (${code})` });
    }
  found.sort((a, b) => a.name.localeCompare(b.name, locale));
  kept.set(locale, found);
  return found;
}
