// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fieldOf, remarksOf } from './remarks';

test('a remark is sent with the pointer of its field, an empty one is not', () => {
  expect(fieldOf('/attributes/3')).toBe('attributes_3');
  expect(fieldOf('')).toBe('card');
  expect(remarksOf({ remarks: { attributes_3: ' too long ', card: 'no picture of the back', nested_0: ' ' } })).toEqual([
    { at: '/attributes/3', text: 'too long' },
    { at: '', text: 'no picture of the back' },
  ]);
});
