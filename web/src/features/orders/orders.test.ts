// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { estimate, tariffOn, type Terms } from './fees';
import { documentOf, emptyOrder, fittingRegistrars, stageWith } from './order_fields';
import { checkDigitHolds, joined, readLines } from './pasted_lines';
import { lookThrough } from './serials';

describe('a pasted list', () => {
  test('is read however it is separated, shorter GTINs too', () => {
    const lines = readLines('04787001000012\t10\n4787001000012; 5\r\n\n 04787001000012 , 1 000');
    expect(lines.map((line) => [line.gtin, line.quantity, line.flaw])).toEqual([
      ['04787001000012', 10, undefined],
      ['04787001000012', 5, undefined],
      ['04787001000012', 1000, undefined],
    ]);
    expect(joined(lines)).toEqual([{ gtin: '04787001000012', quantity: 1015 }]);
  });

  test('says of each line what is wrong, and in which it is', () => {
    const flaws = readLines('name 5\n\n04787001000013 5\n04787001000012\n04787001000012 0').map((line) => [line.at, line.flaw]);
    expect(flaws).toEqual([[1, 'form'], [3, 'digit'], [4, 'quantity'], [5, 'quantity']]);
  });

  test('proves GTINs by their last digit', () => {
    expect(checkDigitHolds('14787001000019')).toBe(true);
    expect(checkDigitHolds('14787001000018')).toBe(false);
  });
});

test('own serials are looked through', () => {
  expect(lookThrough(['abc', 'abd', 'abc', 'ab', 'жук'])).toEqual({
    count: 5,
    repeated: ['abc'],
    unwritable: ['жук'],
    lengths: [[2, 1], [3, 4]],
  });
});

describe('what an order costs', () => {
  const terms: Terms = {
    group: 'water',
    currency: 'UZS',
    modes: [{ from: '2023-07-01', mode: 'pilot' }, { from: '2024-01-01', mode: 'mandatory' }],
    tariffs: [{ from: '2023-07-01', tariff: { price_minor: 6800, vat_included: false, charge_at: 'application', free_package_types: ['GROUP'] } }],
    decisions: [],
  };

  test('follows the tariff of the day, and leaves free packages out', () => {
    const lines = [{ level: 'UNIT', count: 100 }, { level: 'GROUP', count: 10 }];
    expect(estimate(lines, terms, '2026-01-01')).toMatchObject({ paid: 100, free: 10, sum: 680_000 });
  });

  test('has VAT on top of each code, rounded for each', () => {
    expect(estimate([{ level: 'UNIT', count: 100 }], terms, '2026-01-01', 1200)).toMatchObject({ total: 761_600 });
    const odd = { ...terms, tariffs: [{ from: '2023-07-01', tariff: { price_minor: 55, vat_included: false, charge_at: 'emission' as const } }] };
    expect(estimate([{ level: 'UNIT', count: 10 }], odd, '2026-01-01', 2200)).toMatchObject({ sum: 550, total: 670 });
    const included = { ...terms, tariffs: [{ from: '2023-07-01', tariff: { price_minor: 60, vat_included: true, charge_at: 'emission' as const } }] };
    expect(estimate([{ level: 'UNIT', count: 10 }], included, '2026-01-01', 2200)).toMatchObject({ total: 600 });
  });

  test('is nothing in a pilot, and before any tariff', () => {
    expect(tariffOn(terms, '2023-12-31')).toBeNull();
    expect(estimate([{ level: 'UNIT', count: 5 }], terms, '2020-01-01')).toMatchObject({ paid: 0, sum: 0 });
  });
});

describe('the document of an order', () => {
  const fields = { ...emptyOrder, group: 'water', release_method: 'PRIMARY' };

  test('says only what was filled in; serials instead of a quantity', () => {
    const lines = [
      { gtin: '04787001000012', quantity: 12, price: '', serials: '' },
      { gtin: '04787001000029', quantity: 7, price: ' 146,30 ', serials: 'a\r\nb\n' },
    ];
    expect(documentOf({ ...fields, contact: ' A. ', creation_method: 'CM', lines })).toEqual({
      kind: 'order_codes',
      group: 'water',
      release_method: 'PRIMARY',
      contact: 'A.',
      lines: [
        { gtin: '04787001000012', quantity: 12 },
        { gtin: '04787001000029', serials: ['a', 'b'], price: '146.30' },
      ],
    });
  });

  test('leads to the stage of its first mistake', () => {
    expect(stageWith([{ field: 'lines.0.quantity' }])).toBe(1);
    expect(stageWith([{ field: 'lines.0.gtin' }, { field: 'pay_at' }])).toBe(0);
    expect(stageWith([])).toBe(-1);
  });
});

describe('the registrar of an order', () => {
  const one = (number: string, kind: 'device' | 'remote', state: 'active' | 'applied') => ({ number, kind, state }) as Parameters<typeof fittingRegistrars>[0]['registrars'][number];
  const country = {
    needs: [{ groups: ['tobacco'], kinds: ['device' as const], from: '2026-01-01' }],
    registrars: [one('1', 'device', 'active'), one('2', 'device', 'applied'), one('3', 'remote', 'active')],
  };

  test('is one that works and is of a kind that will do', () => {
    expect(fittingRegistrars(country, 'tobacco', '2026-11-26')?.map((found) => found.number)).toEqual(['1']);
  });

  test('is not asked for in other groups, nor before its day', () => {
    expect(fittingRegistrars(country, 'water', '2026-11-26')).toBeNull();
    expect(fittingRegistrars(country, 'tobacco', '2025-12-31')).toBeNull();
  });

  test('stands in the document where it was chosen', () => {
    expect(documentOf({ ...emptyOrder, group: 'tobacco', registrar: '1' })).toMatchObject({ registrar: '1' });
    expect(documentOf({ ...emptyOrder, group: 'water' })).not.toHaveProperty('registrar');
  });
});
