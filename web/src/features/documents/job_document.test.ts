// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readCodes } from '@/ui/codes/read_codes';
import { documentOf, filledOf, narrowed, type Body } from './job_document';
import { jobOf, jobs, type Job } from './jobs';

const codes = (text: string) => readCodes(text).codes;
const job = (kind: string): Job => jobOf(kind) as Job;
const kA = '010478700100001221aaaaaaaaaaaaa\u001d93abcd';
const kB = '010478700100001221bbbbbbbbbbbbb\u001d93abcd';

test('what is empty is not in the document', () => {
  const body = documentOf(job('apply'), { values: { produced_on: '2026-11-26', batch: '  ', line: ' L1 ' }, codes: { codes: codes(kA) } });
  expect(body).toEqual({ kind: 'apply', produced_on: '2026-11-26', line: 'L1', codes: [kA] });
});

test('packages and pairs are put together, and come apart again', () => {
  const box = documentOf(job('aggregate'), { values: { package: '147800000000000011' }, codes: { codes: codes(`${kA}\n${kB}`) } });
  expect(box).toEqual({ kind: 'aggregate', packages: [{ package: '00147800000000000011', codes: [kA, kB] }] });
  const pairs = documentOf(job('remark'), { values: { reason: 'torn' }, codes: { old: codes(kA), new: codes(kB) } });
  expect(pairs).toEqual({ kind: 'remark', reason: 'torn', pairs: [{ old: kA, new: kB }] });
  for (const body of [box, pairs]) expect(documentOf(job(body.kind), filledOf(job(body.kind), body) as never)).toEqual(body);
});

test('a document of several packages does not fit into the form of one', () => {
  const body: Body = { kind: 'aggregate', packages: [{ package: 'a', codes: [] }, { package: 'b', codes: [] }] };
  expect(filledOf(job('aggregate'), body)).toBeNull();
});

test('a document is sent again with the refused codes alone, or without them', () => {
  const filled = filledOf(job('withdraw'), { kind: 'withdraw', reason: 'LOSS', codes: [kA, kB] } as Body);
  expect(filled && narrowed(filled, [kA], 'refused').codes.codes?.map((one) => one.text)).toEqual([kA]);
  expect(filled && narrowed(filled, [kA], 'good').codes.codes?.map((one) => one.text)).toEqual([kB]);
});

test('every job has a kind of its own', () => {
  expect(new Set(jobs.map((one) => one.kind)).size).toBe(jobs.length);
});
