// SPDX-License-Identifier: Apache-2.0

/** 8, 12, 13 or 14 digits as 14; null: no GTIN. */
export function gtinOf(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  return /^(\d{8}|\d{12,14})$/.test(digits) ? digits.padStart(14, '0') : null;
}

/** The last digit that a GTIN has by the others (GS1 General Specifications 7.9). */
export function checkDigitOf(gtin: string): number {
  const digits = [...gtin].slice(0, -1).map(Number);
  const sum = digits.reduce((all, digit, at) => all + digit * ((digits.length - at) % 2 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** The first number of these prefixes that none of the cards has; null where a whole number was given instead of a prefix. */
export function freeNumber(prefixes: readonly string[], taken: readonly string[]): string | null {
  const used = new Set(taken);
  for (const prefix of prefixes) {
    const digits = 12 - prefix.length;
    for (let at = 1; digits > 0 && at < 10 ** digits; ++at) {
      const body = `0${prefix}${String(at).padStart(digits, '0')}`;
      const gtin = body + checkDigitOf(`${body}0`);
      if (!used.has(gtin)) return gtin;
    }
  }
  return null;
}
