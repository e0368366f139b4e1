// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { forSupport, msOf, queryOf, questionAbout, toneOf, type ProgramRequest } from './request_log';

const refused: ProgramRequest = {
  request: '1856953483264000000',
  at: '2026-11-27T04:00:00.000Z',
  key: '0123456789abcdef',
  method: 'GET',
  path: '/api/v1/api-keys',
  status: 403,
  duration_us: 812,
  error: 'PERSON_ONLY',
  request_id: '5f0c',
};

test('filters of the address are asked as the interface takes them', () => {
  expect(queryOf({ key: 'a', failed: 'true', request: '7' })).toEqual({ key: 'a', failed: true, from: undefined, until: undefined });
  expect(queryOf({}).failed).toBeUndefined();
  const { from, until } = queryOf({ from: '2026-11-27', until: '2026-11-27' });
  expect(new Date(until ?? '').getTime() - new Date(from ?? '').getTime()).toBe(24 * 3_600_000);
});

test('an answer is told by its class and by milliseconds', () => {
  expect([200, 302, 404, 503].map(toneOf)).toEqual(['good', 'good', 'warn', 'bad']);
  expect([90, 812, 9_940, 12_345].map(msOf)).toEqual([0.1, 0.8, 9.9, 12]);
});

test('support is given the call, its answer and its id', () => {
  expect(forSupport(refused)).toBe('GET /api/v1/api-keys\n403 PERSON_ONLY\nX-Request-Id: 5f0c\n2026-11-27T04:00:00.000Z');
  expect(forSupport({ ...refused, status: 200, error: null }).split('\n')[1]).toBe('200');
  expect(questionAbout(refused)).toBe('/support/new?error=PERSON_ONLY&request=5f0c&page=%2Fdeveloper%2Frequests');
});
