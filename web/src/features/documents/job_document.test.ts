// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readCodes } from '@/ui/codes/read_codes';
import { documentOf, filledOf, isSame, narrowed, type Body } from './job_document';
import { fitted } from './equipment';
import { byGrade } from './graded_lines';
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

test('codes are reported by grade, each grade once', () => {
  const quality = fitted(job('report_quality'), { used: false, grades: ['A', 'B', 'F'] });
  expect(quality.fields.map((one) => one.name)).toEqual(['production_order', 'line', 'grade_A', 'grade_B', 'grade_F']);
  const body = documentOf(quality, { values: { line: 'L1' }, codes: { grade_A: codes(kA), grade_B: [], grade_F: codes(kB) } });
  expect(body).toEqual({ kind: 'report_quality', line: 'L1', results: [{ grade: 'A', codes: [kA] }, { grade: 'F', codes: [kB] }] });
  expect(documentOf(quality, filledOf(quality, body) as never)).toEqual(body);
});

test('the list of a verifier is taken apart by grade', () => {
  const read = byGrade(`code;grade\n${kA};A\n${kB},b\n${kB}\t"F"\n${kA}\n`, ['A', 'B', 'F']);
  expect(read).toEqual({ lists: { A: [kA], B: [kB], F: [kB] }, unread: [5] });
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

test('a form that says the same as a document is told from one that was changed since', () => {
  const sent = filledOf(job('withdraw'), { kind: 'withdraw', reason: 'LOSS', primary_document: 'Akt 7', codes: [kA] } as Body) as never;
  expect(isSame(job('withdraw'), { values: { reason: 'LOSS', primary_document: 'Akt 7 ', text: '' }, codes: { codes: codes(kA) } }, sent)).toBe(true);
  expect(isSame(job('withdraw'), { values: { reason: 'LOSS', primary_document: 'Akt 8' }, codes: { codes: codes(kA) } }, sent)).toBe(false);
});

test('every job has a kind of its own', () => {
  expect(new Set(jobs.map((one) => one.kind)).size).toBe(jobs.length);
});
