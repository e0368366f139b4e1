// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { readCodes } from './CodeArea';
import { mistakesOf } from './form';
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
