// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { checksOf } from './check_states';

const finding = (error: string) => ({ error, title: error, remedy: '', type: '', arguments: {} });
const statesOf = (state: string, ...errors: string[]) => checksOf({ state, findings: errors.map(finding) }).map((one) => one.state);

test('each check of an application says whether it runs, waits for an answer, or has found nothing', () => {
  expect(statesOf('checking')).toEqual(['runs', 'runs', 'runs']);
  expect(statesOf('waiting', 'REGISTER_SILENT')).toEqual(['good', 'silent', 'silent']);
  expect(statesOf('waiting', 'AUTHORITY_SILENT')).toEqual(['silent', 'good', 'good']);
  expect(statesOf('waiting', 'AUTHORITY_SILENT', 'REGISTER_SILENT')).toEqual(['silent', 'silent', 'silent']);
});

test('what is decided is told by its reasons alone', () => {
  expect(statesOf('rejected', 'DIRECTOR_DIFFERS')).toEqual([]);
  expect(statesOf('approved')).toEqual([]);
});
