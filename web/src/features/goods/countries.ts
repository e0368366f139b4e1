// SPDX-License-Identifier: Apache-2.0
import type { Choice } from '@/ui/choices';

const kLetters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes that are no country: unions, the unknown, private use (ISO 3166-1). */
const kNone = /^(EU|EZ|UN|QO|X[ABP]|ZZ|AC|CP|CQ|DG|EA|IC|TA)$/;

/** How a country is called, or its code where nobody knows. */
export const countryName = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;

/** Every country by its name, as the browser knows them. */
export function countries(language: string): Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const codes = kLetters.flatMap((first) => kLetters.map((second) => first + second));
  return codes
    .filter((code) => !kNone.test(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((id) => {
      const name = names.of(id);
      return name && name !== id ? [{ id, name: `${name} (${id})` }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
