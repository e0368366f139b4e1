// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from './client';
import type { Schemas } from './queries';

export type Notice = Schemas['Notice'];

/** The newest few, and how many have not been seen: the bell and the main page. */
export const newsQuery = queryOptions({
  queryKey: ['notices', 'news'],
  queryFn: () => call(api.GET('/api/v1/notices', { params: { query: { limit: 5 } } })),
});

/** What a notice is about: texts and numbers by their names. */
export function aboutOf(data: string): Record<string, string | number> {
  try {
    return JSON.parse(data) as Record<string, string | number>;
  } catch {
    return {};
  }
}

/** The page of what a notice is about. */
export function placeOf(event: string, data: string): string {
  const about = aboutOf(data);
  if (about.order) return `/orders/${about.order}`;
  if (event === 'shipment.answered') return '/shipments';
  if (about.shipment) return `/deliveries/${about.shipment}`;
  if (event === 'recall.declared') return `/recalls?recall=${about.recall}`;
  if (about.gtin) return `/goods/${about.gtin}`;
  if (event === 'contract.changed') return '/contracts';
  if (event === 'channel.changed') return '/channels';
  if (about.registrar) return `/printing?registrar=${about.registrar}`;
  if (event === 'account.paid') return '/finance';
  if (about.invoice) return '/finance/invoices';
  if (about.mandate) return '/users/providers';
  if (about.ticket) return `/support/${about.ticket}`;
  if (about.violation) return `/support/reports?report=${about.violation}`;
  if (about.document) return `/documents/${about.document}`;
  return '/notifications';
}
