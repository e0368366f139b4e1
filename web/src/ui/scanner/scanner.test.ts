// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { Burst } from './keyboard_scanner';
import { best, judge } from './symbols';

const type = (burst: Burst, keys: readonly string[], pauseMs: number) =>
  keys.map((key, at) => burst.take(key === 'GS' ? ']' : key, key === 'GS', 1_000 + at * pauseMs)).at(-1);

describe('a scanner that types', () => {
  test('is told from a person by its speed, and keeps the separator', () => {
    const code = [...'0104787001000012215ab', 'GS', ...'93cdef'];
    expect(type(new Burst(), [...code, 'Enter'], 10)).toBe('0104787001000012215ab\u001d93cdef');
    expect(type(new Burst(), [...code, 'Enter'], 200)).toBeNull();
  });

  test('is not heard where a key of its own is pressed', () => {
    expect(type(new Burst(), ['Enter'], 10)).toBeNull();
    expect(type(new Burst(), [...'0104', 'Enter'], 10)).toBeNull();
  });
});

describe('what is seen', () => {
  test('the square code comes before the stripes beside it', () => {
    const stripes = { format: 'EAN13', text: '4787001000012' };
    expect(best([stripes, { format: 'DataMatrix', text: '01...' }])).toEqual({ kind: 'code', text: '01...' });
    expect(best([stripes])).toEqual({ kind: 'stripes' });
    expect(best([])).toBeNull();
  });

  test('a QR code counts when it is an address', () => {
    expect(judge({ format: 'QRCode', text: 'https://id.example/01/04787001000012/21/5ab' }).kind).toBe('code');
    expect(judge({ format: 'QRCode', text: 'WIFI:T:WPA;' }).kind).toBe('other');
  });
});
