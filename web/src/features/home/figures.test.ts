// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { figuresOf } from './figures';

test('codes are summed by group; goods of others stand apart, packages are not counted', () => {
  const sums = figuresOf(
    [
      { gtin: '04787001000012', status: 'introduced', quantity: 5 },
      { gtin: '14787001000019', status: 'introduced', quantity: 2 },
      { gtin: '04787001000012', status: 'emitted', quantity: 3 },
      { gtin: '09999999999999', status: 'introduced', quantity: 1 },
      { gtin: null, status: 'introduced', quantity: 7 },
    ],
    [
      { gtin: '04787001000012', group: 'water' },
      { gtin: '14787001000019', group: 'water' },
    ],
  );
  expect(sums.get('water')).toMatchObject({ introduced: 7, emitted: 3, applied: 0 });
  expect(sums.get('')).toMatchObject({ introduced: 1 });
});
