// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, call, fetchBytes } from '@/api/client';
import { queryClient, type Schemas } from '@/api/queries';

// What is on its way is known from what the participant was told (notices) and from the documents he sent himself.

export interface Delivery {
  shipment: string;
  at: string;
  /** Codes and packages that the sender named. */
  announced: number;
}
/** An answer to a shipment: how much came back to the sender. */
export interface Answer {
  accepted: number;
  returned: number;
  at: string;
}
export type Decision = 'all' | 'listed' | 'none';

const kNotices = 200;
const kMostPages = 10;
const kDocuments = 100;

interface Told {
  incoming: Delivery[];
  cancelled: Set<string>;
  answered: Map<string, Answer>;
}

async function readNotices(): Promise<Told> {
  const told: Told = { incoming: [], cancelled: new Set(), answered: new Map() };
  let before: string | undefined;
  for (let page = 0; page < kMostPages; ++page) {
    // Numbers of notices have more digits than a number of JavaScript holds: they go as texts.
    const query = { limit: kNotices, before: before as number | undefined };
    const { notices, next } = await call(api.GET('/api/v1/notices', { params: { query } }));
    for (const one of notices) {
      if (!one.event.startsWith('shipment.')) continue;
      const about = JSON.parse(one.data) as { shipment: string; codes?: number; accepted?: number; returned?: number };
      if (one.event === 'shipment.incoming') told.incoming.push({ shipment: about.shipment, at: one.at, announced: about.codes ?? 0 });
      if (one.event === 'shipment.cancelled') told.cancelled.add(about.shipment);
      if (one.event === 'shipment.answered')
        told.answered.set(about.shipment, { accepted: about.accepted ?? 0, returned: about.returned ?? 0, at: one.at });
    }
    if (!next) break;
    before = notices.at(-1)?.notice;
  }
  return told;
}

export const useTold = () => useQuery({ queryKey: ['notices', 'shipments'], queryFn: readNotices });

/** What an own document says; it never changes. */
const bodyOf = <T>(number: string): Promise<T> =>
  queryClient.fetchQuery({
    queryKey: ['document', number, 'said'],
    queryFn: async () => JSON.parse(new TextDecoder().decode(await fetchBytes(`/api/v1/documents/${number}/body`))) as T,
    staleTime: Infinity,
  });

/** The accepted documents of a kind that name a shipment, by its number. */
async function byShipment<T extends { shipment: string }>(kind: string): Promise<Map<string, T & { document: string }>> {
  const { documents } = await call(api.GET('/api/v1/documents', { params: { query: { kind, limit: kDocuments } } }));
  const good = documents.filter((one) => one.document && one.status !== 'rejected');
  const said = await Promise.all(good.map(async (one) => ({ ...(await bodyOf<T>(one.document ?? '')), document: one.document ?? '' })));
  return new Map(said.map((one) => [one.shipment, one]));
}

export const useOwnAnswers = () =>
  useQuery({ queryKey: ['documents', 'accept', 'by shipment'], queryFn: () => byShipment<{ shipment: string; decision: Decision }>('accept') });

export const useOwnCancels = () =>
  useQuery({ queryKey: ['documents', 'cancel_shipment', 'by shipment'], queryFn: () => byShipment<{ shipment: string }>('cancel_shipment') });

export interface Sent extends Pick<Schemas['JudgedDocument'], 'received_at' | 'person'> {
  shipment: string;
  receiver: string;
  document?: string;
  codes: string[];
}

/** Shipments that were accepted for the way, newest first. */
export const useSent = () =>
  useInfiniteQuery({
    queryKey: ['documents', 'ship', 'sent'],
    queryFn: async ({ pageParam }) => {
      const page = await call(api.GET('/api/v1/documents', { params: { query: { kind: 'ship', limit: 50, before: pageParam } } }));
      const good = page.documents.filter((one) => one.document && one.status === 'accepted');
      const sent = await Promise.all(
        good.map(async ({ document: shipment = '', received_at, person }): Promise<Sent> => {
          const said = await bodyOf<{ receiver: string; document?: string; codes: string[] }>(shipment ?? '');
          return { ...said, shipment: shipment ?? '', received_at, person };
        }),
      );
      return { sent, next: page.next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
