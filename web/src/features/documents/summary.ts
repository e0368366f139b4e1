// SPDX-License-Identifier: Apache-2.0
import type { Filled } from './job_document';
import type { Job } from './jobs';

export interface SummaryLine {
  name: string;
  grade?: string;
  value: string;
  /** Of a list of codes. */
  count?: number;
}

/** What a document says, field by field; what was left empty is left out. */
export function summaryOf(job: Job, { values, codes }: Filled): SummaryLine[] {
  return job.fields.flatMap(({ name, type, grade }): SummaryLine[] => {
    if (type === 'codes') return codes[name]?.length ? [{ name, grade, value: '', count: codes[name].length }] : [];
    const value = (values[name] ?? '').trim();
    return value ? [{ name, value }] : [];
  });
}
