// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { inBody, jsonOf, keepingDigits } from './whole_numbers';

test('long numbers keep every digit, everything else stays', () => {
  const json = '{"next":1882921256281440258,"amount":1650000,"text":"a:1882921256281440258,\\"b","share":0.1234567}';
  expect(JSON.parse(keepingDigits(json))).toEqual({
    next: '1882921256281440258',
    amount: 1650000,
    text: 'a:1882921256281440258,"b',
    share: 0.1234567,
  });
});

test('long numbers go out as numbers, every digit of them', () => {
  expect(jsonOf({ number: inBody('1882930132853719045'), text: '1882930132853719045' })).toBe('{"number":1882930132853719045,"text":"1882930132853719045"}');
});
