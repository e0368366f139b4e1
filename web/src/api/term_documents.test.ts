// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { numberAt } from './term_documents';

test('a day is a number of documents', () => {
  expect(numberAt(Date.UTC(2026, 10, 26))).toBe((BigInt(Date.UTC(2026, 10, 26)) * 1_048_576n).toString());
});
