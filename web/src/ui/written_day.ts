// SPDX-License-Identifier: Apache-2.0

const kLater = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4}|\d{2})$/;
const kFirst = /^(\d{4})[./\-\s](\d{1,2})[./\-\s](\d{1,2})$/;
const kDigits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const kYears = [1900, 2200] as const;

const madeOf = (year: string, month: string, day: string): string | null => {
  const whole = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(whole) ? whole : null;
};

/** A day as the interface writes it, that there is: '2026-11-26'. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  const year = Number(text.slice(0, 4));
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year >= kYears[0] && year <= kYears[1];
}

/** A day as people write it, 26.11.2026, 26/11/2026, 26112026, or as programs do, 2026-11-26. `whole`: nothing more is
 * going to be typed, so that 26.11.20 is a day too. */
export function dayOf(typed: string, whole: boolean): string | null {
  // A moment that was copied from a table begins with its day.
  const text = typed.trim().replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1');
  const [, year = '', month = '', day = ''] = kFirst.exec(text) ?? [];
  if (year) return madeOf(year, month, day);
  const [, first = '', second = '', last = ''] = kLater.exec(text) ?? kDigits.exec(text) ?? [];
  return first && (whole || last.length === 4) ? madeOf(last, second, first) : null;
}

/** The day of the interface as people of the language write it in a field; what is no day stays as it is. */
export function writtenDay(day: string, locale: string): string {
  if (!isDay(day)) return day;
  const [year, month, date] = day.split('-');
  return [date, month, year].join(locale.startsWith('en') ? '/' : '.');
}

/** So many days later. */
export function laterBy(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** So many months later; the last day of the month where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** Six weeks from Monday on, around the month of a day. */
export function weeksAround(day: string): string[][] {
  const first = `${day.slice(0, 8)}01`;
  const monday = laterBy(first, -placeInWeek(first));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, at) => laterBy(monday, week * 7 + at)));
}

/** 0: Monday. */
export const placeInWeek = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
