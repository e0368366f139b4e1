// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Field, Job } from './jobs';

type Lists = Pick<Schemas['Dictionaries'], 'ways' | 'withdrawal_reasons' | 'write_off_reasons'>;

/** What only some ways into circulation know. */
const kFacts = ['declaration', 'document', 'customer', 'contractor'];

/** Whether it depends on something chosen what else is asked for. */
export const hasRules = (job: Job): boolean => job.fields.some(({ type }) => type === 'way' || type === 'withdrawal_reason' || type === 'write_off_reason');

function ofWay(field: Field, way: Schemas['Way']): Field[] {
  if (!kFacts.includes(field.name)) return [field];
  const required = way.required.includes(field.name);
  return required || way.optional.includes(field.name) ? [{ ...field, required }] : [];
}

/** The job with the fields that the chosen way or reason asks for: the system refuses what lacks, and what does not belong. */
export function ruledBy(job: Job, { way, reason }: { way?: string; reason?: string }, lists: Lists | undefined): Job {
  const chosen = job.fields.some((one) => one.type === 'way') ? lists?.ways.find((one) => one.code === way) : undefined;
  if (chosen) return { ...job, fields: job.fields.flatMap((field) => ofWay(field, chosen)) };
  const given = job.fields.find((one) => one.name === 'reason')?.type;
  const reasons = given === 'withdrawal_reason' ? lists?.withdrawal_reasons : given === 'write_off_reason' ? lists?.write_off_reasons : undefined;
  if (!reasons?.find((one) => one.code === reason)?.needs_text) return job;
  return { ...job, fields: job.fields.map((field) => (field.name === 'text' ? { ...field, required: true } : field)) };
}
