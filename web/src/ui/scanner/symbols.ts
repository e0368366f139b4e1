// SPDX-License-Identifier: Apache-2.0

/** What the decoder found in a picture. */
export interface Reading {
  format: string;
  text: string;
}

export type Seen =
  /** A code to ask about: the text of a Data Matrix with its separators, or the address in a QR code. */
  | { kind: 'code'; text: string }
  /** The striped bar code of the shop: it names the goods, not the package. */
  | { kind: 'stripes' }
  | { kind: 'other' };

/** Goods carry the symbol ]d2; packs of tobacco and older ones are plain Data Matrix. What it is, the system decides. */
export function judge({ format, text }: Reading): Seen {
  if (format === 'DataMatrix') return { kind: 'code', text };
  if (/^QR/.test(format)) return /^https?:\/\//i.test(text) ? { kind: 'code', text } : { kind: 'other' };
  return { kind: /EAN|UPC|ISBN/i.test(format) ? 'stripes' : 'other' };
}

/** The best of what is in one picture: a code before all else. */
export function best(readings: readonly Reading[]): Seen | null {
  const seen = readings.map(judge);
  return seen.find((one) => one.kind === 'code') ?? seen.find((one) => one.kind === 'stripes') ?? seen[0] ?? null;
}
