// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Schemas } from '@/api/queries';
import { nextOf, placeOf, wholeOf } from './code_state';
import { filterOf } from './filters';

const code = (changes: Partial<Schemas['OwnedCode']>): Schemas['OwnedCode'] => ({
  cis: '',
  gtin: '04787001000012',
  status: 'introduced',
  marks: [],
  owner: '301234513',
  parents: [],
  history: [],
  ...changes,
});

describe('what may be done next', () => {
  test('follows the status', () => {
    expect(nextOf(code({ status: 'emitted' }))).toContain('apply');
    expect(nextOf(code({ status: 'written_off' }))).toEqual([]);
  });
  test('is nothing while the code is held, and nothing with what is another’s', () => {
    expect(nextOf(code({ marks: ['blocked'] }))).toEqual([]);
    expect(nextOf(code({ owner: '' }))).toEqual([]);
  });
  test('is an answer when the goods are on the way', () => {
    expect(nextOf(code({ marks: ['in_transit'] }))).toEqual(['accept', 'cancel_shipment']);
  });
  test('of a package is what is done with packages', () => {
    expect(nextOf(code({ gtin: null }))).toContain('disaggregate');
  });
});

test('filters are read from the address, and nothing else of it', () => {
  expect(filterOf({ gtin: '04787001000012', packed: 'false', line: '3', status: undefined })).toEqual({
    gtin: '04787001000012',
    packed: false,
  });
});

test('what is done next with a code begins with it, whole where it was looked for so', () => {
  const cis = '010478700100001221a+b';
  expect(wholeOf(`${cis}\u001d93abcd`, cis)).toBe(`${cis}\u001d93abcd`);
  expect(wholeOf('04787001000012', cis)).toBe(cis);
  expect(new URLSearchParams(placeOf('withdraw', cis).split('?')[1]).get('code')).toBe(cis);
  expect(placeOf('accept', cis)).toBe('/deliveries');
});
