// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { emptyOrder, type Fields } from './order_fields';
import { isBegun, repeated, withProduct } from './wished';

const water = { gtin: '04787001000012', group: 'water' };
const line = (gtin: string, quantity: number) => ({ gtin, quantity, price: '', serials: '' });
const begun: Fields = { ...emptyOrder, group: 'water', release_method: 'PRIMARY', lines: [line('04787001000029', 7)] };

test('a product is one more line of the order that was begun, and no line is lost', () => {
  expect(withProduct(null, water)).toEqual({ ...emptyOrder, group: 'water', lines: [line(water.gtin, 0)] });
  expect(withProduct(begun, water)).toEqual({ ...begun, lines: [...begun.lines, line(water.gtin, 0)] });
});

test('a product that is there already keeps its quantity', () => {
  const there = { ...begun, lines: [line(water.gtin, 12)] };
  expect(withProduct(there, water)).toBe(there);
});

test('a product of another group, or beside goods of somebody else, does not fit', () => {
  expect(withProduct(begun, { gtin: '04787001000036', group: 'tobacco' })).toBeNull();
  expect(withProduct({ ...begun, principal: '301234567' }, water)).toBeNull();
});

test('an order counts as begun with anything filled in', () => {
  expect(isBegun(emptyOrder)).toBe(false);
  expect(isBegun({})).toBe(false);
  expect(isBegun({ contact: 'A.' })).toBe(true);
  expect(isBegun(begun)).toBe(true);
});

test('an order is repeated with its goods and prices, without its serials', () => {
  const order = {
    group: 'water', release_method: 'PRIMARY', creation_method: null, contact: 'A.', place: 'Plant', registrar: null,
    lines: [{ line: 0, gtin: water.gtin, quantity: 2, delivered: 2, fee: 0, fee_vat: 0, charge_at: 'emission' as const, card_version: 1 }],
  };
  const said = { principal: '301234567', pay_at: 'application', lines: [{ gtin: water.gtin, serials: ['a', 'b'], price: '146.30' }] };
  expect(repeated(order, said, '301234567')).toEqual({
    ...emptyOrder, group: 'water', release_method: 'PRIMARY', contact: 'A.', place: 'Plant', pay_at: 'application',
    lines: [{ gtin: water.gtin, quantity: 2, price: '146.30', serials: '' }],
  });
  expect(repeated(order, said, '305555555').principal).toBe('301234567');
  expect(repeated(order, null, '301234567').lines).toEqual([line(water.gtin, 2)]);
});
