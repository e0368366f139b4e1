// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

export type Ticket = Schemas['TicketLine'];
export type Report = Schemas['OperatorViolation'];

export const ticketStates = ['open', 'answered', 'closed'] as const;
export const ticketTones: Record<Schemas['TicketState'], Tone> = { open: 'warn', answered: 'good', closed: 'neutral' };

export const reportStates = ['received', 'in_work', 'confirmed', 'dismissed'] as const;
export const reportTones: Record<Schemas['ViolationState'], Tone> = { received: 'warn', in_work: 'main', confirmed: 'bad', dismissed: 'neutral' };

/** Topics of tickets and kinds of reports, as the country names them. */
export const deskQuery = queryOptions({
  queryKey: ['support'],
  queryFn: () => call(api.GET('/api/v1/support')),
  staleTime: 300_000,
});
