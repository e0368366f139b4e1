// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { minorOf } from './amount';
import { readCodes } from './CodeArea';
import { termOf } from './Due';
import { mistakesOf } from './form';
import { latinKey } from './latin_key';
import { stepOf } from './row_keys';
import { dateText, monthText, weekdays } from './uzbek_forms';
import { moneyText } from './values';
import { dayOf, isDay, monthsLater, weeksAround, writtenDay } from './written_day';

test('the separator is understood as people and programs write it', () => {
  const { codes, repeated } = readCodes('0104\\x1d93a\n 0104<GS>93a \n\n0104\u001d93a\r\n0104␝93b');
  expect(codes).toEqual(['0104\u001d93a', '0104\u001d93b']);
  expect(repeated).toBe(2);
});

describe('money', () => {
  test.each([
    ['uz-Latn-UZ', 'UZS', /^68.000,00.soʻm$/],
    ['ru-RU', 'UZS', /^68.000,00.сум$/],
    ['uz-Latn-UZ', 'RUB', /^68.000,00.rubl$/],
    ['en-GB', 'UZS', /^68,000\.00.soʻm$/],
  ])('in %s', (locale, currency, shown) => {
    expect(moneyText(6_800_000, currency, locale)).toMatch(shown);
  });
});

test('mistakes of nested fields are found with their names', () => {
  const errors = { email: { message: 'a' }, sites: [undefined, { name: { message: 'b' } }] };
  expect(mistakesOf(errors)).toEqual([
    { field: 'email', text: 'a' },
    { field: 'sites.1.name', text: 'b' },
  ]);
});

test('days and moments are written as each language writes them', () => {
  const date = new Date('2026-11-22T19:30:00Z');
  expect(dateText(date, 'uz-Latn-UZ', { zone: 'Asia/Tashkent', style: 'long' })).toBe('23-noyabr, 2026');
  expect(dateText(date, 'uz-Latn-UZ', { zone: 'Asia/Tashkent', style: 'short' })).toBe('23-noy, 2026, 00:30');
  expect(dateText(date, 'ru-RU', { zone: 'Europe/Moscow', style: 'long' })).toMatch(/^22 ноября 2026/);
  expect(dateText(date, 'en-GB', { zone: 'UTC', style: 'long' })).toBe('22 November 2026');
});

describe('days in a field', () => {
  test.each(['26.11.2026', '26/11/2026', ' 26-11-2026 ', '26112026', '26 11 2026', '2026-11-26', '2026-11-26T10:30:00Z', '26.11.26'])('%s', (typed) => {
    expect(dayOf(typed, true)).toBe('2026-11-26');
  });

  test('a year that is not finished is no day yet', () => {
    expect(dayOf('01.12.20', false)).toBeNull();
    expect(dayOf('01.12.202', true)).toBeNull();
    expect(dayOf('01.12.20', true)).toBe('2020-12-01');
  });

  test('days that are not there', () => {
    for (const typed of ['31.02.2026', '00.01.2026', '12.13.2026', '1.1.0026', 'soon', '']) expect(dayOf(typed, true), typed).toBeNull();
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
  });

  test('are written as in each language; what is no day stays as it was typed', () => {
    expect(writtenDay('2026-11-26', 'ru-RU')).toBe('26.11.2026');
    expect(writtenDay('2026-11-26', 'uz-Latn-UZ')).toBe('26.11.2026');
    expect(writtenDay('2026-11-26', 'en-GB')).toBe('26/11/2026');
    expect(writtenDay('31.02', 'ru-RU')).toBe('31.02');
  });

  test('a calendar begins with Monday, and a month later is never two', () => {
    expect(weeksAround('2026-11-26')[0]).toEqual(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01']);
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsLater('2026-03-31', -1)).toBe('2026-02-28');
    expect(monthText(new Date('2026-11-01T00:00:00Z'), 'uz-Latn-UZ')).toBe('noyabr 2026');
    expect(weekdays('ru-RU')[0]).toBe('пн');
    expect(weekdays('uz-Latn-UZ')[6]).toBe('Ya');
  });
});

test('keys of a list, with the Russian layout too', () => {
  const key = (name: string, code = '') => ({ key: name, code, ctrlKey: false, altKey: false, metaKey: false });
  expect(latinKey({ key: 'о', code: 'KeyJ' })).toBe('j');
  expect(latinKey({ key: '.', code: 'Slash' })).toBe('/');
  expect(stepOf(key('о', 'KeyJ'), 3, 10, 5, true)).toBe(4);
  expect(stepOf(key('k', 'KeyK'), 0, 10, 5, true)).toBe(0);
  expect(stepOf(key('j', 'KeyJ'), 3, 10, 5, false)).toBeNull();
  expect(stepOf(key('PageDown'), 7, 10, 5, false)).toBe(9);
  expect(stepOf(key('End'), 0, 100_000, 5, false)).toBe(99_999);
  expect(stepOf({ ...key('k', 'KeyK'), ctrlKey: true }, 3, 10, 5, true)).toBeNull();
});

test('a term is told in the unit that says it well', () => {
  const kHour = 3_600_000;
  expect(termOf(20_000)).toEqual({ unit: 'minutes', count: 1 });
  expect(termOf(-59 * 60_000)).toEqual({ unit: 'minutes', count: 59 });
  expect(termOf(47.5 * kHour)).toEqual({ unit: 'hours', count: 47 });
  expect(termOf(-49 * kHour)).toEqual({ unit: 'days', count: 2 });
});

test('a sum is understood as each language writes it', () => {
  expect(minorOf('1 500,50')).toBe(150_050);
  expect(minorOf('1500.5')).toBe(150_050);
  expect(minorOf('150,000.00')).toBe(15_000_000);
  expect(minorOf('1,234,567')).toBe(123_456_700);
  expect(minorOf('1,50')).toBe(150);
  expect(minorOf('1,2345')).toBeNull();
});
