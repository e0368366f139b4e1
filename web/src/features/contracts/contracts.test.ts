// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { signedBy } from './state';

test('signatures are offered of the sides that have signed', () => {
  const at = '2026-11-26T10:00:00Z';
  expect(signedBy({})).toEqual([]);
  expect(signedBy({ signed_at: at, accepted_at: null })).toEqual([{ party: 'participant', at }]);
  expect(signedBy({ signed_at: at, accepted_at: at }).map((one) => one.party)).toEqual(['participant', 'operator']);
});
