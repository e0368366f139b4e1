// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Job } from './jobs';

const kMostCodes = 1_000_000;

export const asksOfEquipment = (job: Job): boolean => job.fields.some((one) => one.type === 'registrar');

/** A job as the country has it: no registrar where there are none, a list of codes for each grade of print. */
export function fitted(job: Job, country: Pick<Schemas['Registrars'], 'used' | 'grades'>): Job {
  const fields = job.fields.filter((one) => one.type !== 'registrar' || country.used);
  if (job.kind !== 'report_quality') return { ...job, fields };
  const graded = country.grades.map((grade) => ({ name: `grade_${grade}`, type: 'codes', max: kMostCodes, grade }) as const);
  return { ...job, fields: [...fields, ...graded] };
}
