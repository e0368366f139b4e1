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
  return new ProblemError((await response.json()) as Problem);
}
