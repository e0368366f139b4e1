// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { codesOf, concernOf, left, type OwnRecall } from './recall_stock';

const of = (not_introduced: number, in_circulation: number, batch?: string): OwnRecall =>
  ({
    recall: { gtin: '04787001000012', batch, produced_from: '2026-11-01' },
    held: { not_introduced, in_circulation, out_of_circulation: 4, written_off: 0, complete: true },
  }) as unknown as OwnRecall;

test('what is in circulation comes first, what is gone is nobody’s work any more', () => {
  expect(concernOf(of(2, 1))).toBe('on_sale');
  expect(concernOf(of(2, 0))).toBe('not_on_sale');
  expect(concernOf(of(0, 0))).toBe('none');
  expect(left(of(2, 1))).toBe(3);
  const ended = of(2, 1);
  ended.recall.state = 'lifted';
  expect(concernOf(ended)).toBe('lifted');
});

test('own codes are found by all that the recall says', () => {
  expect(codesOf(of(0, 1, 'L 1'), 'introduced')).toBe('/codes?gtin=04787001000012&batch=L+1&produced_from=2026-11-01&status=introduced');
  expect(codesOf(of(0, 1))).toBe('/codes?gtin=04787001000012&produced_from=2026-11-01');
});
