// SPDX-License-Identifier: Apache-2.0

// Chromium comes without the forms of Uzbek numbers and dates (it writes "2026 M11 22" and "68,000.00").

const kMonths = 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'.split(' ');
const kShort = 'yan fev mar apr may iyn iyl avg sen okt noy dek'.split(' ');

const isUzbek = (locale: string): boolean => locale.startsWith('uz');

/** Grouping and comma are those of Russian. */
export const numberLocale = (locale: string): string => (isUzbek(locale) ? 'ru-RU' : locale);

interface Form {
  zone?: string;
  /** long: a day written out; short: a day and the time. */
  style: 'long' | 'short';
}

/** A day, or a moment, as people of the language write it. */
export function dateText(date: Date, locale: string, { zone, style }: Form): string {
  if (!isUzbek(locale)) {
    const form = style === 'long' ? ({ dateStyle: 'long' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
    return new Intl.DateTimeFormat(locale, { ...form, timeZone: zone }).format(date);
  }
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const months = style === 'long' ? kMonths : kShort;
  const day = `${Number(part('day'))}-${months[Number(part('month')) - 1]}, ${part('year')}`;
  return style === 'long' ? day : `${day}, ${part('hour')}:${part('minute')}`;
}

const kWeekdays = 'Du Se Ch Pa Ju Sh Ya'.split(' ');

/** A month as it stands over a calendar. */
export function monthText(date: Date, locale: string): string {
  if (isUzbek(locale)) return `${kMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** The days of a week, short, from Monday on. */
export function weekdays(locale: string): string[] {
  if (isUzbek(locale)) return kWeekdays;
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => short.format(new Date(Date.UTC(2024, 0, 1 + day))));
}

/**
 * Lets everything that formats numbers in Uzbek (texts with counts, number fields) use the forms above, in browsers that
 * have none of their own.
 */
export function teachUzbekNumbers(): void {
  const Native = Intl.NumberFormat;
  if (new Native('uz').format(1.5) === '1,5') return;
  const choose = (asked?: string | string[] | readonly string[]) =>
    (typeof asked === 'string' ? [asked] : [...(asked ?? [])]).map(numberLocale);
  const taught = function (locales?: string | string[], options?: Intl.NumberFormatOptions) {
    return new Native(choose(locales), options);
  };
  Object.assign(taught, { supportedLocalesOf: Native.supportedLocalesOf.bind(Native), prototype: Native.prototype });
  Intl.NumberFormat = taught as unknown as typeof Intl.NumberFormat;
}
