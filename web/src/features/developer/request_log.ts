// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Address } from '@/ui/address';
import { momentAfter, momentOf } from '@/ui/days';
import type { Tone } from '@/ui/values';

export type ProgramRequest = Schemas['ProgramRequest'];

/** What the list is narrowed by, as it stands in the address. */
export const fields = ['key', 'failed', 'from', 'until'] as const;

/** The filters of the address as the interface takes them: days become moments of the reader. */
export const queryOf = (address: Address) => ({
  key: address.key,
  failed: address.failed === 'true' ? true : undefined,
  from: address.from ? momentOf(address.from) : undefined,
  until: address.until ? momentAfter(address.until) : undefined,
});

const kFirstFailed = 400;
const kFirstOurs = 500;
export const toneOf = (status: number): Tone => (status < kFirstFailed ? 'good' : status < kFirstOurs ? 'warn' : 'bad');

/** Milliseconds of an answer: tenths only where they say something. */
export function msOf(microseconds: number): number {
  const ms = microseconds / 1000;
  return ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms);
}

/** What support asks for first: the call, its answer, its id, when. */
export const forSupport = ({ method, path, status, error, request_id, at }: ProgramRequest): string =>
  [`${method} ${path}`, [status, error].filter(Boolean).join(' '), `X-Request-Id: ${request_id}`, at].join('\n');

/** The form of a question to the operator about this call. */
export const questionAbout = ({ error, request_id }: ProgramRequest): string =>
  `/support/new?${new URLSearchParams({ ...(error ? { error } : {}), request: request_id, page: '/developer/requests' })}`;
