// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { momentAfter, momentOf } from '@/ui/days';
import { termOf } from './account';

const before = (moment: string): { at: string } => ({ at: new Date(Date.parse(moment) - 1).toISOString() });

test('a term holds its first and its last day whole', () => {
  const term = termOf('2026-11-01', '2026-11-30');
  expect(term.holds({ at: momentOf('2026-11-01') })).toBe(true);
  expect(term.holds(before(momentOf('2026-11-01')))).toBe(false);
  expect(term.holds(before(momentAfter('2026-11-30')))).toBe(true);
  expect(term.holds({ at: momentAfter('2026-11-30') })).toBe(false);
});

test('pages are asked for until the term begins', () => {
  const old = before(momentOf('2026-11-01'));
  const term = termOf('2026-11-01', undefined);
  expect(term.hasBegun([{ at: momentOf('2026-11-20') }])).toBe(false);
  expect(term.hasBegun([{ at: momentOf('2026-11-20') }, old])).toBe(true);
  expect(term.hasBegun([])).toBe(false);
  expect(termOf(undefined, undefined).hasBegun([old])).toBe(false);
});
