// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { newsQuery } from '@/api/notices';
import { useMay, useMe, type Schemas } from '@/api/queries';

export interface Concern {
  id: 'restricted' | 'contracts' | 'owed' | 'shipments' | 'payment' | 'ready' | 'declined' | 'expiring' | 'cards' | 'documents' | 'drafts' | 'certificate';
  count: number;
  tone: 'bad' | 'warn' | 'main';
  where: string;
}

const kSoonMs = 14 * 86_400_000;
const soon = (at: string | null | undefined): boolean => at !== null && at !== undefined && Date.parse(at) - Date.now() < kSoonMs;
const kToSign = ['ready', 'viewed', 'returned'];

/** What the lists of the participant hold that somebody has to do something about. */
export function useConcerns(): { concerns: Concern[]; isPending: boolean } {
  const may = useMay();
  const me = useMe();
  const ask = <T,>(name: string, enabled: boolean, queryFn: () => Promise<T>) => ({ queryKey: ['home', name], queryFn, enabled });
  const sees = may('see_documents') || may('order_codes');
  const standing = useQuery(ask('standing', true, () => call(api.GET('/api/v1/standing'))));
  const contracts = useQuery(ask('contracts', may('contracts'), () => call(api.GET('/api/v1/contracts', { params: { query: { limit: 200 } } }))));
  const account = useQuery(ask('account', may('finance'), () => call(api.GET('/api/v1/account'))));
  const orders = useQuery(ask('orders', sees, () => call(api.GET('/api/v1/orders', { params: { query: { limit: 200 } } }))));
  const cards = useQuery(ask('cards', may('see_goods'), () => call(api.GET('/api/v1/cards', { params: { query: { state: 'returned', limit: 100 } } }))));
  const waiting = useQuery(ask('waiting', may('see_documents'), () => call(api.GET('/api/v1/waiting-documents'))));
  const drafts = useQuery(ask('drafts', true, () => call(api.GET('/api/v1/drafts'))));
  const news = useQuery(newsQuery);
  const inState = (state: Schemas['OrderStatus']) => orders.data?.orders.filter((one) => one.status === state).length ?? 0;
  const all: Concern[] = [
    { id: 'restricted', count: standing.data && standing.data.effect !== 'good' ? 1 : 0, tone: 'bad', where: '/profile' },
    { id: 'contracts', count: contracts.data?.contracts.filter((one) => kToSign.includes(one.state)).length ?? 0, tone: 'warn', where: '/contracts' },
    { id: 'owed', count: account.data?.owed ? 1 : 0, tone: 'warn', where: '/finance' },
    { id: 'shipments', count: news.data?.notices.filter((one) => one.unread && one.event === 'shipment.incoming').length ?? 0, tone: 'warn', where: '/deliveries' },
    { id: 'payment', count: inState('awaiting_payment'), tone: 'warn', where: '/orders?status=awaiting_payment' },
    { id: 'declined', count: inState('declined'), tone: 'bad', where: '/orders?status=declined' },
    { id: 'expiring', count: orders.data?.orders.filter((one) => one.status === 'ready' && soon(one.unused_until)).length ?? 0, tone: 'warn', where: '/orders?status=ready' },
    { id: 'ready', count: inState('ready'), tone: 'main', where: '/orders?status=ready' },
    { id: 'cards', count: cards.data?.cards.length ?? 0, tone: 'warn', where: '/goods?state=returned' },
    { id: 'documents', count: waiting.data?.documents.length ?? 0, tone: 'main', where: '/documents' },
    { id: 'drafts', count: drafts.data?.drafts.filter((one) => one.name.startsWith('document.')).length ?? 0, tone: 'main', where: '/documents' },
    { id: 'certificate', count: soon(me?.certificate_ends) ? 1 : 0, tone: 'warn', where: '/users' },
  ];
  const urgency = { bad: 0, warn: 1, main: 2 };
  return {
    concerns: all.filter((one) => one.count > 0).sort((one, other) => urgency[one.tone] - urgency[other.tone]),
    isPending: [standing, contracts, account, orders, cards, waiting].some((one) => one.isLoading),
  };
}
