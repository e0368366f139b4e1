// SPDX-License-Identifier: Apache-2.0

export type Flaw = 'form' | 'digit' | 'quantity';

export interface PastedLine {
  /** Of the text, from 1. */
  at: number;
  text: string;
  gtin: string;
  quantity: number;
  flaw?: Flaw;
}

/** The last digit of a GTIN proves the others (GS1 General Specifications 7.9). */
export function checkDigitHolds(gtin: string): boolean {
  const digits = [...gtin].map(Number);
  const sum = digits.slice(0, -1).reduce((all, digit, at) => all + digit * ((digits.length - at) % 2 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10 === digits.at(-1);
}

/** 8, 12, 13 or 14 digits as 14; null: no GTIN. */
export function gtinOf(text: string): string | null {
  return /^(\d{8}|\d{12,14})$/.test(text) ? text.padStart(14, '0') : null;
}

/** A GTIN and how many, one a line, with whatever stands between: as copied from a table. */
export function readLines(text: string): PastedLine[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const parts = line.trim().split(/[\s;,\t|]+/).filter(Boolean);
    if (!parts.length) return [];
    const gtin = gtinOf(parts[0] ?? '');
    const number = parts.slice(1).join('');
    const quantity = /^\d{1,9}$/.test(number) ? Number(number) : 0;
    const flaw = !gtin ? 'form' : !checkDigitHolds(gtin) ? 'digit' : quantity < 1 ? 'quantity' : undefined;
    return [{ at: index + 1, text: line.trim(), gtin: gtin ?? '', quantity, flaw }];
  });
}

/** The good lines, a GTIN once: quantities of the same are added up. */
export function joined(lines: readonly PastedLine[]): { gtin: string; quantity: number }[] {
  const sums = new Map<string, number>();
  for (const { gtin, quantity, flaw } of lines) if (!flaw) sums.set(gtin, (sums.get(gtin) ?? 0) + quantity);
  return [...sums].map(([gtin, quantity]) => ({ gtin, quantity }));
}
