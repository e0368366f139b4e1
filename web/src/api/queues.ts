// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from './client';
import type { Schemas } from './queries';

export type Queue = Schemas['QueueLength'];

/** How much waits for the operator, and how many participants are stopped, in one call. */
export const queuesQuery = queryOptions({
  queryKey: ['operator', 'queues'],
  queryFn: () => call(api.GET('/api/v1/operator/queues')),
  staleTime: 30_000,
  refetchInterval: 60_000,
});

/** Where a queue is worked on. */
export const queuePlaces: Record<Queue['queue'], string> = {
  applications: '/operator/applications',
  contracts: '/operator/contracts',
  prior_contracts: '/operator/contracts/asked',
  cards: '/operator/cards',
  payments: '/operator/payments',
  tickets: '/operator/tickets',
  violations: '/operator/violations',
  channels: '/operator/channels',
  registrars: '/operator/registrars',
  signatures: '/operator/signatures',
  documents: '/operator/documents',
  audits: '/operator/audits',
  letters: '/operator/letters?state=failed',
};
