// SPDX-License-Identifier: Apache-2.0
import type { Choice } from './choices';
import { uzbekCountries } from './uzbek_countries';

const kLetters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes that are no country, or not any more: unions, the unknown, private use (ISO 3166-1). */
const kNone = /^(EU|EZ|UN|QO|X[ABP]|ZZ|AC|CP|CQ|DG|EA|IC|TA)$/;
const kept = new Map<string, Choice[]>();

function named(code: string, locale: string): string | undefined {
  if (locale.startsWith('uz')) return uzbekCountries.get(code);
  const name = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(code);
  return name === code ? undefined : name;
}

/** How a country of ISO 3166-1 is called; its code where nobody knows. */
export const countryName = (code: string, locale: string): string => (/^[A-Z]{2}$/.test(code) && named(code, locale)) || code;

/** Every country by its name. */
export function countriesIn(locale: string): Choice[] {
  const known = kept.get(locale);
  if (known) return known;
  const found = kLetters
    .flatMap((first) => kLetters.map((second) => first + second))
    .filter((code) => !kNone.test(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((id) => {
      const name = named(id, locale);
      return name ? [{ id, name: `${name} (${id})` }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  kept.set(locale, found);
  return found;
}
