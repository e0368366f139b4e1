// SPDX-License-Identifier: Apache-2.0

/** How a country of ISO 3166-1 is called; its code where nobody knows. */
export function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([locale, 'ru', 'en'], { type: 'region' }).of(code) ?? code;
}
