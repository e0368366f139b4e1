// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { readAddress } from './asked';
import { readLink, readStripes } from './digital_link';
import { verdictOf, type Checked } from './verdict';

const kCis = '010478700100001221AB';
const answer = (what: Partial<Checked>): Checked => ({
  sale_allowed: false,
  diagnoses: [],
  tail: 'genuine',
  holds: [],
  cis: kCis,
  status: 'introduced',
  ...what,
});

describe('the verdict', () => {
  test('names what endangers before what forbids a sale', () => {
    expect(verdictOf(answer({ sale_allowed: true }))).toBe('on_sale');
    expect(verdictOf(answer({ status: 'retired', holds: ['recalled'] }))).toBe('recalled');
    expect(verdictOf(answer({ holds: ['in_transit', 'expired'] }))).toBe('expired');
    expect(verdictOf(answer({ holds: ['in_transit'] }))).toBe('held');
    expect(verdictOf(answer({ status: 'applied' }))).toBe('not_yet');
    expect(verdictOf(answer({ status: 'written_off' }))).toBe('gone');
  });

  test('tells a code that is forged, not issued, not proven and none at all apart', () => {
    expect(verdictOf(answer({ tail: 'wrong', status: undefined }))).toBe('forged');
    expect(verdictOf(answer({ status: undefined }))).toBe('unknown');
    expect(verdictOf(answer({ tail: 'absent', reason: 'TAIL_MISSING' }))).toBe('unproven');
    expect(verdictOf(answer({ cis: undefined, status: undefined, reason: 'CODE_STRUCTURE' }))).toBe('no_code');
  });
});

describe('addresses', () => {
  test('of goods are read with any host and path, names written out, and short numbers', () => {
    expect(readLink('/01/04787001000012/21/AB')).toEqual({ code: kCis });
    expect(readLink('/shop/gtin/4787001000012/10/L1/ser/A%2FB')).toEqual({ code: '010478700100001221A/B' });
    expect(readLink('/01/4787001000012')).toEqual({ gtin: '04787001000012' });
    expect(readLink('/00/147870010000000018')).toEqual({ code: '00147870010000000018' });
    expect(readLink('/01/none/21/AB')).toBeNull();
  });

  test('of the page hold what was scanned, with its separators', () => {
    const scanned = `${kCis}\u001d93+/&=`;
    expect(readAddress(`/check#code=${encodeURIComponent(scanned)}`)).toEqual({ code: scanned, typed: scanned });
    expect(readAddress('/check?code=4787001000012')).toEqual({ gtin: '04787001000012', typed: '4787001000012' });
    expect(readAddress('/01/04787001000012/21/AB?17=271231')).toEqual({ code: kCis, typed: kCis });
    expect(readAddress('/check')).toBeNull();
  });
});

test('stripes are known by their check digit', () => {
  expect(readStripes('4787001000012')).toBe('04787001000012');
  expect(readStripes('4787001000013')).toBeNull();
  expect(readStripes(kCis)).toBeNull();
});
