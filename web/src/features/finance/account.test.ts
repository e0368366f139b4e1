// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { termOf } from './account';

test('movements are asked for by days, open at either end', () => {
  expect(termOf({})).toEqual({});
  expect(termOf({ from: '2026-11-01' })).toEqual({ from: '2026-11-01' });
  expect(termOf({ from: '2026-11-30', until: '2026-11-30' })).toEqual({ from: '2026-11-30', to: '2026-11-30' });
});

test('what an address says and is no day is not asked for', () => {
  expect(termOf({ from: '2026-11-31', until: '2026-11-30' })).toEqual({ to: '2026-11-30' });
});

test('a term that ends before it begins holds nothing', () => {
  expect(termOf({ from: '2026-11-02', until: '2026-11-01' })).toBeNull();
});
