// SPDX-License-Identifier: Apache-2.0
import { isOwnDraft } from '@/api/drafts';
import type { Schemas } from '@/api/queries';

export interface Concern {
  id: 'restricted' | 'contracts' | 'owed' | 'shipments' | 'payment' | 'ready' | 'declined' | 'expiring' | 'cards' | 'documents' | 'drafts' | 'certificate';
  count: number;
  tone: 'bad' | 'warn' | 'main';
  where: string;
}

/** What the lists say; what was not asked for, or did not answer, is left out. */
export interface Lists {
  standing?: Pick<Schemas['Standing'], 'effect'>;
  contracts?: readonly Pick<Schemas['Contract'], 'state'>[];
  account?: Pick<Schemas['Account'], 'owed'>;
  orders?: readonly Pick<Schemas['Order'], 'status' | 'unused_until'>[];
  shipments?: readonly unknown[];
  cards?: readonly unknown[];
  waiting?: readonly unknown[];
  drafts?: readonly Pick<Schemas['Draft'], 'name'>[];
}

const kSoonMs = 14 * 86_400_000;
const kToSign = ['ready', 'viewed', 'returned'];
const kUrgency = { bad: 0, warn: 1, main: 2 };

/** What somebody has to do something about, the most urgent first. */
export function concernsOf(lists: Lists, me: Pick<Schemas['Me'], 'user' | 'certificate_ends'> | null, now = Date.now()): Concern[] {
  const soon = (at: string | null | undefined): boolean => Boolean(at) && Date.parse(at ?? '') - now < kSoonMs;
  const count = <T,>(list: readonly T[] | undefined, wanted: (one: T) => boolean = () => true) => list?.filter(wanted).length ?? 0;
  const inState = (status: Schemas['OrderStatus']) => count(lists.orders, (one) => one.status === status);
  const all: Concern[] = [
    { id: 'restricted', count: lists.standing && lists.standing.effect !== 'good' ? 1 : 0, tone: 'bad', where: '/profile' },
    { id: 'contracts', count: count(lists.contracts, (one) => kToSign.includes(one.state)), tone: 'warn', where: '/contracts' },
    { id: 'owed', count: lists.account?.owed ? 1 : 0, tone: 'warn', where: '/finance' },
    { id: 'shipments', count: count(lists.shipments), tone: 'warn', where: '/deliveries?state=waiting' },
    { id: 'payment', count: inState('awaiting_payment'), tone: 'warn', where: '/orders?status=awaiting_payment' },
    { id: 'declined', count: inState('declined'), tone: 'bad', where: '/orders?status=declined' },
    { id: 'expiring', count: count(lists.orders, (one) => one.status === 'ready' && soon(one.unused_until)), tone: 'warn', where: '/orders?status=ready' },
    { id: 'ready', count: inState('ready'), tone: 'main', where: '/orders?status=ready' },
    { id: 'cards', count: count(lists.cards), tone: 'warn', where: '/goods?state=returned' },
    { id: 'documents', count: count(lists.waiting), tone: 'main', where: '/documents' },
    { id: 'drafts', count: count(lists.drafts, (one) => isOwnDraft(one.name, me?.user ?? '')), tone: 'main', where: '/documents/drafts' },
    { id: 'certificate', count: soon(me?.certificate_ends) ? 1 : 0, tone: 'warn', where: '/users' },
  ];
  return all.filter((one) => one.count > 0).sort((one, other) => kUrgency[one.tone] - kUrgency[other.tone]);
}
