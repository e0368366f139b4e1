// SPDX-License-Identifier: Apache-2.0
import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type ProblemItem = components['schemas']['ProblemItem'];

/** An answer that refuses: what is wrong and what to do, in the reader's language, from the system itself. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  /** Every mistake of the request, one at least. */
  get items(): ProblemItem[] {
    return this.problem.errors?.length ? this.problem.errors : [this.problem];
  }
}

/** No answer at all: the network is down, or the answer is not the system's. */
export class SilentError extends Error {}

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.problem.code === code);

/** The problem of an answer that is not good. */
export async function problemOf(response: Response): Promise<Error> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) return new SilentError(`${response.status}`);
  const told = (await response.json()) as Problem | components['schemas']['JudgedDocument'];
  return new ProblemError('objections' in told ? problemOfVerdict(told, response.status) : told);
}

/** A document that was rejected, told as every other refusal: all that stood against it. */
function problemOfVerdict(verdict: components['schemas']['JudgedDocument'], status: number): Problem {
  const errors = [...verdict.objections, ...verdict.items].map((one) => ({
    code: one.error,
    number: 0,
    title: one.title,
    remedy: one.remedy,
    pointer: one.pointer,
    arguments: one.arguments,
  }));
  const first = errors[0] ?? { code: verdict.status, number: 0, title: verdict.status, remedy: '' };
  return { ...first, type: `/problems/${first.code}`, status, instance: verdict.document ?? '', errors };
}
