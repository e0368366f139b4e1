// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isMark, isShopCode } from './symbols';
import { Burst, hasWrongLayout } from './wedge';

const kHeld = { ctrl: false, alt: false };

function typed(text: string, everyMs: number): string | null {
  const burst = new Burst();
  let at = 1_000;
  let scan: string | null = null;
  for (const key of [...text, 'Enter']) scan = burst.key(key, kHeld, (at += everyMs));
  return scan;
}

test('a scanner is told from a person by its speed', () => {
  expect(typed('010478700100001221abc', 8)).toBe('010478700100001221abc');
  expect(typed('010478700100001221abc', 120)).toBeNull();
  expect(typed('12', 8)).toBeNull();
});

test('the separator comes as Ctrl+], F8 or itself, and Shift is no character', () => {
  for (const [key, held] of [[']', { ctrl: true, alt: false }], ['F8', kHeld], ['\u001d', kHeld]] as const) {
    const burst = new Burst();
    let at = 0;
    for (const one of '0104787001') burst.key(one, kHeld, (at += 5));
    burst.key('Shift', kHeld, (at += 5));
    burst.key(key, held, (at += 5));
    for (const one of '93abcd') burst.key(one, kHeld, (at += 5));
    expect(burst.key('Enter', kHeld, at + 5)).toBe('0104787001\u001d93abcd');
  }
});

test('Cyrillic letters betray the layout of the keyboard', () => {
  expect(hasWrongLayout('010478700100001221фыв')).toBe(true);
  expect(hasWrongLayout('010478700100001221asd')).toBe(false);
});

test('marks, numbers of packages and links are taken, the bar code of the shop is not', () => {
  expect(isMark({ text: '010478', symbology: ']d2' })).toBe(true);
  expect(isMark({ text: '00147800000000000011', symbology: ']C1' })).toBe(true);
  expect(isMark({ text: 'https://id.example/01/04787001000012/21/abc', symbology: ']Q1' })).toBe(true);
  expect(isMark({ text: 'https://shop.example/', symbology: ']Q1' })).toBe(false);
  expect(isMark({ text: '4787001000012', symbology: ']E0' })).toBe(false);
  expect(isShopCode({ text: '4787001000012', symbology: ']E0' })).toBe(true);
});
