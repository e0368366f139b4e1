// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { ruledBy } from './chosen_rules';
import { documentOf } from './job_document';
import { jobOf, type Job } from './jobs';

const job = (kind: string): Job => jobOf(kind) as Job;
const way = (code: string, required: string[], optional: string[]) => ({ code, name: code, required, optional, customs_hold: false, issuers: [] });
const reason = (code: string, needs_text: boolean) => ({ code, name: code, given: true, needs_text, returnable: false });
const lists = {
  ways: [way('own_production', [], ['document']), way('import', ['declaration'], ['document'])],
  withdrawal_reasons: [reason('OTHER', true), reason('LOSS', false)],
  write_off_reasons: [reason('OTHER', false)],
};
const seen = (one: Job) => one.fields.map((field) => field.name + (field.required ? '!' : ''));

test('a way into circulation has the fields that it takes, and needs those that it asks for', () => {
  expect(seen(ruledBy(job('introduce'), { way: 'import' }, lists))).toEqual(['way!', 'declaration!', 'document', 'codes!']);
  expect(seen(ruledBy(job('introduce'), { way: 'own_production' }, lists))).toEqual(['way!', 'document', 'codes!']);
  expect(ruledBy(job('introduce'), { way: '' }, lists)).toBe(job('introduce'));
  expect(ruledBy(job('introduce'), { way: 'import' }, undefined)).toBe(job('introduce'));
});

test('what was typed for another way is not sent', () => {
  const ruled = ruledBy(job('introduce'), { way: 'own_production' }, lists);
  expect(documentOf(ruled, { values: { way: 'own_production', customer: '301234567' }, codes: {} })).toEqual({ kind: 'introduce', way: 'own_production' });
});

test('a reason that has to be explained needs its words', () => {
  expect(seen(ruledBy(job('withdraw'), { reason: 'OTHER' }, lists))).toContain('text!');
  expect(ruledBy(job('withdraw'), { reason: 'LOSS' }, lists)).toBe(job('withdraw'));
  expect(ruledBy(job('write_off'), { reason: 'OTHER' }, lists)).toBe(job('write_off'));
  expect(ruledBy(job('recall'), { reason: 'OTHER' }, lists)).toBe(job('recall'));
});
