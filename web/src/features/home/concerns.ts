// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { isProblem } from '@/api/problem';
import { useMay, useMe } from '@/api/queries';
import { concernsOf, type Concern } from './what_waits';

/** What the system says there is nothing of: not yet for this participant, or not for this user. */
const kNothingThere = [403, 404, 409];
const isSilent = (error: unknown): boolean => error !== null && !(isProblem(error) && kNothingThere.includes(error.problem.status));

/** What the lists of the participant hold that somebody has to do something about. `error`: some of them did not answer. */
export function useConcerns(): { concerns: Concern[]; isPending: boolean; error: unknown; retry: () => void } {
  const may = useMay();
  const me = useMe();
  const ask = <T,>(name: string, enabled: boolean, queryFn: () => Promise<T>) => ({ queryKey: ['home', name], queryFn, enabled });
  const sees = may('see_documents') || may('order_codes');
  const moves = may('see_documents') || may('ship');
  const standing = useQuery(ask('standing', true, () => call(api.GET('/api/v1/standing'))));
  const contracts = useQuery(ask('contracts', may('contracts'), () => call(api.GET('/api/v1/contracts', { params: { query: { limit: 200 } } }))));
  const account = useQuery(ask('account', may('finance'), () => call(api.GET('/api/v1/account'))));
  const orders = useQuery(ask('orders', sees, () => call(api.GET('/api/v1/orders', { params: { query: { limit: 200 } } }))));
  const incoming = { query: { direction: 'received', state: 'waiting', limit: 500 } } as const;
  const shipments = useQuery(ask('shipments', moves, () => call(api.GET('/api/v1/shipments', { params: incoming }))));
  const cards = useQuery(ask('cards', may('see_goods'), () => call(api.GET('/api/v1/cards', { params: { query: { state: 'returned', limit: 100 } } }))));
  const waiting = useQuery(ask('waiting', may('see_documents'), () => call(api.GET('/api/v1/waiting-documents'))));
  const drafts = useQuery(ask('drafts', true, () => call(api.GET('/api/v1/drafts'))));
  const asked = [standing, contracts, account, orders, shipments, cards, waiting, drafts];
  const silent = asked.filter((one) => isSilent(one.error));
  return {
    concerns: concernsOf(
      {
        standing: standing.data,
        contracts: contracts.data?.contracts,
        account: account.data,
        orders: orders.data?.orders,
        shipments: shipments.data?.shipments,
        cards: cards.data?.cards,
        waiting: waiting.data?.documents,
        drafts: drafts.data?.drafts,
      },
      me,
    ),
    isPending: asked.some((one) => one.isLoading),
    error: silent[0]?.error ?? null,
    retry: () => silent.forEach((one) => void one.refetch()),
  };
}
