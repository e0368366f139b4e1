// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { contentOf } from './content';
import { typeOf } from './value_type';

test('a document is facts and lists of codes, each with the list it stands in', () => {
  const { kind, facts, codes } = contentOf({ kind: 'reaggregate', package: '001', add: ['a', 'b'], remove: ['c'] });
  expect(kind).toBe('reaggregate');
  expect(facts).toEqual([{ name: 'package', values: ['001'] }]);
  expect(codes.map((one) => `${one.list} ${one.code}`)).toEqual(['add a', 'add b', 'remove c']);
});

test('codes of packages, grades and parts know of which', () => {
  const codesOf = (body: Record<string, unknown>) => contentOf(body).codes;
  expect(codesOf({ kind: 'aggregate', packages: [{ package: '001', codes: ['a'] }] })).toEqual([{ code: 'a', list: '001', of: 'package' }]);
  expect(codesOf({ kind: 'disaggregate', packages: ['001'] })).toEqual([{ code: '001', list: 'packages', of: 'field' }]);
  expect(codesOf({ kind: 'report_quality', results: [{ grade: 'A', codes: ['a'] }] })).toEqual([{ code: 'a', list: 'A', of: 'grade' }]);
  expect(codesOf({ kind: 'receipt', parts: [{ code: 'a', part: 1, of: 20 }] })).toEqual([{ code: 'a', list: '1 / 20', of: 'part' }]);
});

test('an order has lines, a re-marking pairs, a profile sites and an account', () => {
  expect(contentOf({ kind: 'order_codes', lines: [{ gtin: '1', serials: ['a', 'b'] }, { gtin: '2', quantity: 7, price: '1.50' }] }).lines).toEqual([
    { gtin: '1', quantity: 2, level: '', price: '', serials: 2 },
    { gtin: '2', quantity: 7, level: '', price: '1.50', serials: 0 },
  ]);
  expect(contentOf({ kind: 'remark', pairs: [{ old: 'a', new: 'b' }] }).pairs).toEqual([{ old: 'a', new: 'b' }]);
  const profile = contentOf({ kind: 'complete_profile', groups: ['water', 'beer'], bank: { bank: '00001', account: '2' }, sites: [{ name: 'A', address: 'B' }, { name: 'C', address: 'D', kpp: '770043001' }], phone: null });
  expect(profile.facts).toEqual([
    { name: 'groups', values: ['water', 'beer'] },
    { name: 'bank', values: ['00001'] },
    { name: 'account', values: ['2'] },
  ]);
  expect(profile.sites).toEqual([
    { name: 'A', address: 'B', kpp: '' },
    { name: 'C', address: 'D', kpp: '770043001' },
  ]);
});

test('of a card its plain values are shown', () => {
  expect(contentOf({ kind: 'publish_card', card: { gtin: '1', group: 'water', attributes: [{ id: 'brand' }] } }).facts).toEqual([
    { name: 'gtin', values: ['1'] },
    { name: 'group', values: ['water'] },
  ]);
});

test('the same name is a word of one dictionary in one kind, and free words in another', () => {
  expect(typeOf('withdraw', 'reason')).toBe('withdrawal_reason');
  expect(typeOf('drop_out', 'reason')).toBe('write_off_reason');
  expect(typeOf('return', 'reason')).toBe('text');
  expect(typeOf('accept', 'decision')).toBe('decision');
  expect(typeOf('ship', 'document')).toBe('text');
});
