// SPDX-License-Identifier: Apache-2.0
import { readCode, readCodes, type ReadCode } from '@/ui/codes/read_codes';
import type { Job } from './jobs';

/** What a form holds: values of plain fields, and lists of codes. */
export interface Filled {
  values: Record<string, string>;
  codes: Record<string, ReadCode[]>;
}

export type Body = { kind: string } & Record<string, unknown>;

const textsOf = (codes: readonly ReadCode[] | undefined): string[] => (codes ?? []).map((one) => one.text);

/** A code as it was scanned into a plain field, without what the scanner or a person put around it. */
const oneCode = (text: string): string => {
  const read = readCode(text);
  return typeof read === 'string' ? text.trim() : read.text;
};

/** The document of what was filled in; fields that are empty are left out. */
export function documentOf(job: Job, { values, codes }: Filled): Body {
  const body: Body = { kind: job.kind };
  for (const { name, type } of job.fields) {
    const value = (values[name] ?? '').trim();
    if (type === 'codes') {
      if (codes[name]?.length) body[name] = textsOf(codes[name]);
    } else if (value) body[name] = type === 'code' ? oneCode(value) : value;
  }
  if (job.kind === 'aggregate') return { kind: job.kind, packages: [{ package: body.package ?? '', codes: textsOf(codes.codes) }] };
  if (job.kind === 'report_quality') {
    const graded = job.fields.filter((one) => one.grade && codes[one.name]?.length);
    for (const { name } of graded) delete body[name];
    return { ...body, results: graded.map(({ name, grade }) => ({ grade, codes: textsOf(codes[name]) })) };
  }
  if (job.kind === 'remark') {
    const { old = [], new: fresh = [] } = codes;
    return { kind: job.kind, reason: body.reason, pairs: old.map((one, at) => ({ old: one.text, new: fresh[at]?.text ?? '' })) };
  }
  return body;
}

/** Whether two forms say the same document. */
export const isSame = (job: Job, one: Filled, other: Filled): boolean => JSON.stringify(documentOf(job, one)) === JSON.stringify(documentOf(job, other));

const listOf = (texts: unknown): ReadCode[] => readCodes((Array.isArray(texts) ? texts : []).join('\n')).codes;

/** The form of a document that was sent; null where it does not fit into the form. */
export function filledOf(job: Job, body: Body): Filled | null {
  const filled: Filled = { values: {}, codes: {} };
  let source: Record<string, unknown> = body;
  if (job.kind === 'aggregate') {
    const packages = body.packages as { package: string; codes: string[] }[];
    if (packages.length !== 1) return null;
    source = packages[0] as unknown as Record<string, unknown>;
  }
  if (job.kind === 'remark') {
    const pairs = body.pairs as { old: string; new: string }[];
    source = { ...body, old: pairs.map((one) => one.old), new: pairs.map((one) => one.new) };
  }
  if (job.kind === 'report_quality') {
    const results = body.results as { grade: string; codes: string[] }[];
    source = { ...body, ...Object.fromEntries(results.map((one) => [`grade_${one.grade}`, one.codes])) };
  }
  for (const { name, type } of job.fields) {
    if (type === 'codes') filled.codes[name] = listOf(source[name]);
    else filled.values[name] = typeof source[name] === 'string' ? source[name] : '';
  }
  return filled;
}

/** Which of the codes go on: those that were refused, or all but those. */
export function narrowed(filled: Filled, refused: readonly string[], take: 'refused' | 'good'): Filled {
  const bad = new Set(readCodes(refused.join('\n')).codes.map((one) => one.identity));
  const keep = (one: ReadCode) => bad.has(one.identity) === (take === 'refused');
  return {
    values: filled.values,
    codes: Object.fromEntries(Object.entries(filled.codes).map(([name, list]) => [name, list.filter(keep)])),
  };
}

export const countOf = ({ codes }: Filled): number => Object.values(codes).reduce((sum, list) => sum + list.length, 0);
