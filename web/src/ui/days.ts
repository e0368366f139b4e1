// SPDX-License-Identifier: Apache-2.0

const written = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** A day as the interface writes it, so many days from today. */
export function dayFromToday(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return written(date);
}

/** The first day of the month of today. */
export const monthBegan = (): string => `${dayFromToday(0).slice(0, 8)}01`;

/** The moment a day begins where the reader is. */
export const momentOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** The moment the day after begins: everything of the day lies before it. */
export function momentAfter(day: string): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + 1);
  return date.toISOString();
}
