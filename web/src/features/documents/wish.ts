// SPDX-License-Identifier: Apache-2.0
import type { Address } from '@/ui/address';
import { readCode } from '@/ui/codes/read_codes';
import type { Filled } from './job_document';
import { codeFieldsOf, type Job } from './jobs';
import { isBegun, keptOf } from './kept_form';

/** What the address of a form asks for: a document that was sent, to be sent again; one code; the number of a recall. */
export interface Wish {
  from?: string;
  take?: string;
  code?: string;
  recall?: string;
}

/** The address without what it asked for. */
export const nothingAsked: Address = { from: undefined, take: undefined, code: undefined, recall: undefined };

/** Null too where the form has no place for it. */
export function wishOf(job: Job, { from, take, code, recall }: Address): Wish | null {
  const wish = { from, take, code, recall };
  return from || isBegun(keptOf(begunWith(job, wish)).kept) ? wish : null;
}

/** The form with what the address gives for it: a package stands where one package is asked for, else in the first list. */
export function begunWith(job: Job, { code, recall }: Wish): Filled {
  const filled: Filled = { values: {}, codes: {} };
  if (recall && job.fields.some((one) => one.name === 'recall')) filled.values.recall = recall;
  const read = code ? readCode(code) : undefined;
  if (!read || typeof read === 'string') return filled;
  const [list] = codeFieldsOf(job);
  const place = job.fields.find((one) => one.type === 'code');
  if (place && (read.form !== 'item' || !list)) filled.values[place.name] = read.text;
  else if (list && (!job.whole || read.text !== read.identity)) filled.codes[list.name] = [read];
  return filled;
}
