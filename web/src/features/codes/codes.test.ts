// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Schemas } from '@/api/queries';
import { nextOf } from './code_state';
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
