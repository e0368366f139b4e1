// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

export type Ticket = Schemas['TicketLine'];

export const states = ['open', 'answered', 'closed'] as const;
export const tones: Record<Schemas['TicketState'], Tone> = { open: 'main', answered: 'good', closed: 'neutral' };

/** Topics with their terms, hours of the office, kinds of violations. */
export const deskQuery = queryOptions({
  queryKey: ['support'],
  queryFn: () => call(api.GET('/api/v1/support')),
  staleTime: 300_000,
});

/** The page of what a question refers to. */
export function placeOfSubject({ kind, value }: Schemas['TicketAbout']): string {
  const part = encodeURIComponent(value);
  return kind === 'code' ? `/codes/code?code=${part}` : kind === 'order' ? `/orders/${part}` : `/documents/${part}`;
}
