// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isBegun, keptOf, listsOf } from './kept_form';
import { jobOf, type Job } from './jobs';
import { begunWith, wishOf } from './wish';

const job = (kind: string): Job => jobOf(kind) as Job;
const kIdentity = '010478700100001221aaaaaaaaaaaaa';
const kWhole = `${kIdentity}\u001d93abcd`;
const kBox = '00147800000000000011';

test('an address asks for something, or for nothing', () => {
  expect(wishOf(job('withdraw'), { order: '7', line: '0' })).toBeNull();
  expect(wishOf(job('withdraw'), { from: '7', take: 'good' })).toMatchObject({ from: '7', take: 'good' });
  expect(wishOf(job('withdraw'), { code: kIdentity })).toMatchObject({ code: kIdentity });
  expect(wishOf(job('apply'), { code: kIdentity })).toBeNull();
});

test('a code of the address is in the list of the form, a package where one is asked for', () => {
  expect(begunWith(job('withdraw'), { code: kIdentity }).codes.codes?.map((one) => one.identity)).toEqual([kIdentity]);
  expect(begunWith(job('disaggregate'), { code: kBox }).codes.packages?.map((one) => one.text)).toEqual([kBox]);
  expect(begunWith(job('reaggregate'), { code: kBox }).values).toEqual({ package: kBox });
  expect(begunWith(job('aggregate'), { code: kIdentity })).toMatchObject({ values: {}, codes: { codes: [{ identity: kIdentity }] } });
});

test('where whole codes are wanted, a code without its check part stays out', () => {
  expect(begunWith(job('apply'), { code: kIdentity }).codes).toEqual({});
  expect(begunWith(job('apply'), { code: kWhole }).codes.codes?.map((one) => one.text)).toEqual([kWhole]);
});

test('the number of a recall goes into the form that asks for it alone', () => {
  expect(begunWith(job('lift_recall'), { recall: '42' }).values).toEqual({ recall: '42' });
  expect(begunWith(job('withdraw'), { recall: '42' }).values).toEqual({});
});

test('a form counts as begun with a word or a code in it, and comes back as it was kept', () => {
  expect(isBegun({ values: { reason: ' ' }, codes: { codes: [] } })).toBe(false);
  expect(isBegun({ values: { reason: 'x' }, codes: {} })).toBe(true);
  const filled = begunWith(job('withdraw'), { code: kWhole });
  const { kept, long } = keptOf(filled);
  expect(long).toBe(false);
  expect(isBegun(kept)).toBe(true);
  expect(listsOf(kept)).toEqual(filled);
});
