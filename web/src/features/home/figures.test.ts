// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { figuresOf } from './figures';

test('codes are summed by the group that the stock says, whosever the goods are; packages are not counted', () => {
  const sums = figuresOf([
    { group: 'water', status: 'introduced', quantity: 5 },
    { group: 'water', status: 'introduced', quantity: 2 },
    { group: 'water', status: 'emitted', quantity: 3 },
    { group: 'beer', status: 'introduced', quantity: 1 },
    { group: null, status: 'introduced', quantity: 7 },
  ]);
  expect(sums.get('water')).toMatchObject({ introduced: 7, emitted: 3, applied: 0 });
  expect(sums.get('beer')).toMatchObject({ introduced: 1 });
  expect([...sums.keys()]).toEqual(['water', 'beer']);
});
