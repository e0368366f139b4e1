// SPDX-License-Identifier: Apache-2.0

/** A sum as people type it, "1 500,50" or "1500.5", in minor units; null when it is none. */
export function minorOf(text: string): number | null {
  const close = text.replace(/[\s\u00a0\u202f']/g, '');
  // Three digits behind a comma are thousands: money has two of hundredths.
  const plain = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(close) ? close.replaceAll(',', '') : close.replace(',', '.');
  if (!/^\d{1,13}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}

/** The same backwards, for the field. */
export const typedOf = (minor: number): string => (minor / 100).toFixed(2).replace('.', ',');
