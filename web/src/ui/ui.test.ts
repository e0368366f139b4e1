// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { readCodes } from './CodeArea';
import { termOf } from './Due';
import { mistakesOf } from './form';
import { dateText } from './uzbek_forms';
import { moneyText } from './values';

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

test('a term is told in the unit that says it well', () => {
  const kHour = 3_600_000;
  expect(termOf(20_000)).toEqual({ unit: 'minutes', count: 1 });
  expect(termOf(-59 * 60_000)).toEqual({ unit: 'minutes', count: 59 });
  expect(termOf(47.5 * kHour)).toEqual({ unit: 'hours', count: 47 });
  expect(termOf(-49 * kHour)).toEqual({ unit: 'days', count: 2 });
});
