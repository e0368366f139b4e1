// SPDX-License-Identifier: Apache-2.0
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { putTogether } from './given_out';
import { useStretch } from './stretch';

const line = { line: 0, gtin: '04787001000012', quantity: 100, delivered: 20, fee: 0, fee_vat: 0, charge_at: 'emission', card_version: 1 } as const;

test('blocks that touch or overlap are one stretch, gaps stay', () => {
  const blocks = [{ from: 90, count: 5 }, { from: 50, count: 10 }, { from: 60, count: 10 }, { from: 15, count: 10 }];
  expect(putTogether(blocks, 20)).toEqual([{ from: 0, count: 25 }, { from: 50, count: 20 }, { from: 90, count: 5 }]);
  expect(putTogether([], 0)).toEqual([]);
});

test('an open order gives what is next, all, or any', () => {
  const { result } = renderHook(() => useStretch(line, 10, null));
  expect(result.current).toMatchObject({ part: 'next', parts: ['next', 'all', 'some'], stretch: { from: 20, count: 10 } });
  act(() => result.current.choose('some'));
  expect(result.current.bounds).toEqual({ from: 0, count: 100 });
});

test('a closed order gives what was fetched, and nothing across a gap', () => {
  const kept = [{ from: 0, count: 25 }, { from: 50, count: 20 }];
  const { result } = renderHook(() => useStretch(line, 10, kept));
  expect(result.current).toMatchObject({ part: 'some', parts: [], stretch: { from: 0, count: 25 }, bounds: { from: 0, count: 25 } });
  act(() => result.current.set({ from: 50, count: 20 }));
  expect(result.current).toMatchObject({ stretch: { from: 50, count: 20 }, bounds: { from: 50, count: 20 } });
  act(() => result.current.set({ from: 65, count: 5 }));
  expect(result.current.bounds).toEqual({ from: 50, count: 20 });
});
