// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { ProblemError, SilentError, type Problem } from '@/api/problem';
import { faultyRows } from './faulty_rows';

const item = (pointer: string | undefined, code = 'CLASSIFIER_ROW') => ({ code, number: 9186, title: 'Wrong', remedy: 'Correct it.', pointer });
const refusal = (items: ReturnType<typeof item>[]) =>
  new ProblemError({ ...item(items[0]?.pointer, items[0]?.code), type: '', status: 409, instance: '', ...(items.length > 1 ? { errors: items } : {}) } as Problem);

test('every row that the system names is told, with its column where it is known', () => {
  expect(faultyRows(refusal([item('3'), item('/12/name_ru'), item('14/code')]))).toEqual([
    { row: 3, column: '', code: 'CLASSIFIER_ROW', title: 'Wrong' },
    { row: 12, column: 'name_ru', code: 'CLASSIFIER_ROW', title: 'Wrong' },
    { row: 14, column: 'code', code: 'CLASSIFIER_ROW', title: 'Wrong' },
  ]);
  expect(faultyRows(refusal([item('3')]))).toHaveLength(1);
});

test('what is about no row is told as any refusal', () => {
  expect(faultyRows(refusal([item('/classifier', 'CLASSIFIER_UNKNOWN')]))).toEqual([]);
  expect(faultyRows(refusal([item('3'), item('/effective_from', 'DAY_PAST')]))).toEqual([]);
  expect(faultyRows(new SilentError('network'))).toEqual([]);
});
