// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useMay } from '@/api/queries';

export interface Queue {
  id: 'applications' | 'contracts' | 'asked' | 'cards' | 'payments' | 'channels' | 'signatures' | 'standings' | 'tickets' | 'violations';
  where: string;
  count: number;
  /** There are more than were counted. */
  more: boolean;
  /** Since when the first of them waits. */
  oldest?: string;
  /** After so many days it is late. */
  late: number;
  /** Working days of the nearest term. */
  left?: number;
  /** The moment of the nearest term. */
  due?: string;
}

const kMost = 100;
const page = { limit: kMost } as const;

/** The beginning of every queue whose right the reader has. */
export function useQueues(): Queue[] {
  const may = useMay();
  const ask = <T,>(name: string, enabled: boolean, queryFn: () => Promise<T>) => ({ queryKey: ['operator', 'queue', name], queryFn, enabled });
  const applications = useQuery(ask('applications', may('decide_applications'), () => call(api.GET('/api/v1/operator/applications', { params: { query: { state: 'manual', ...page } } }))));
  const contracts = useQuery(ask('contracts', may('manage_contracts'), () => call(api.GET('/api/v1/operator/contracts', { params: { query: page } }))));
  const asked = useQuery(ask('asked', may('manage_contracts'), () => call(api.GET('/api/v1/operator/prior-contracts', { params: { query: page } }))));
  const cards = useQuery(ask('cards', may('moderate_goods'), () => call(api.GET('/api/v1/operator/cards', { params: { query: page } }))));
  const payments = useQuery(ask('payments', may('settlements'), () => call(api.GET('/api/v1/operator/payments', { params: { query: { open: true, ...page } } }))));
  const channels = useQuery(ask('channels', may('support'), () => call(api.GET('/api/v1/operator/channels', { params: { query: page } }))));
  const signatures = useQuery(ask('signatures', may('support'), () => call(api.GET('/api/v1/operator/signatures', { params: { query: { state: 'revoked', ...page } } }))));
  const standings = useQuery(ask('standings', may('block_participants'), () => call(api.GET('/api/v1/operator/standings', { params: { query: { effect: 'blocked', ...page } } }))));
  const tickets = useQuery(ask('tickets', may('support'), () => call(api.GET('/api/v1/operator/tickets', { params: { query: page } }))));
  const violations = useQuery(ask('violations', may('support'), () => call(api.GET('/api/v1/operator/violations', { params: { query: { state: 'received', ...page } } }))));
  const first = (moments: (string | null | undefined)[]): string | undefined =>
    moments.filter((one): one is string => Boolean(one)).sort()[0];
  const open = asked.data?.requests.filter((one) => !one.closed_at);
  const lefts = cards.data?.cards.flatMap((one) => (typeof one.days_left === 'number' ? [one.days_left] : [])) ?? [];
  const queues: (Queue | null)[] = [
    applications.data ? { id: 'applications', where: '/operator/applications', count: applications.data.applications.length, more: Boolean(applications.data.next), oldest: first(applications.data.applications.map((one) => one.submitted_at)), late: 3 } : null,
    contracts.data ? { id: 'contracts', where: '/operator/contracts', count: contracts.data.contracts.length, more: Boolean(contracts.data.next), oldest: first(contracts.data.contracts.map((one) => one.signed_at)), late: 5 } : null,
    cards.data ? { id: 'cards', where: '/operator/cards', count: cards.data.cards.length, more: Boolean(cards.data.next), late: 5, ...(lefts.length ? { left: Math.min(...lefts) } : {}) } : null,
    payments.data ? { id: 'payments', where: '/operator/payments', count: payments.data.payments.length, more: Boolean(payments.data.next), oldest: first(payments.data.payments.map((one) => one.paid_on)), late: 3 } : null,
    open ? { id: 'asked', where: '/operator/contracts/asked', count: open.length, more: Boolean(asked.data?.next), oldest: first(open.map((one) => one.at)), late: 3 } : null,
    tickets.data ? { id: 'tickets', where: '/operator/tickets', count: tickets.data.tickets.length, more: Boolean(tickets.data.next), late: 0, due: tickets.data.tickets[0]?.due_at } : null,
    violations.data ? { id: 'violations', where: '/operator/violations', count: violations.data.violations.length, more: Boolean(violations.data.next), oldest: first(violations.data.violations.map((one) => one.violation.reported_at)), late: 3 } : null,
    channels.data ? { id: 'channels', where: '/operator/channels', count: channels.data.channels.length, more: Boolean(channels.data.next), oldest: first(channels.data.channels.map((one) => one.requested)), late: 3 } : null,
    signatures.data ? { id: 'signatures', where: '/operator/signatures?state=revoked', count: signatures.data.signatures.length, more: Boolean(signatures.data.next), late: 3 } : null,
    standings.data ? { id: 'standings', where: '/operator/standings', count: standings.data.standings.length, more: Boolean(standings.data.next), late: 30 } : null,
  ];
  return queues.filter((queue) => queue !== null);
}
