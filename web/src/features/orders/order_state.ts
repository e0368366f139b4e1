// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

export type Order = Schemas['Order'];
export type Status = Schemas['OrderStatus'];

export const statuses: readonly Status[] = ['awaiting_payment', 'queued', 'ready', 'downloaded', 'closed', 'cancelled', 'declined'];

const kTones: Record<Status, Tone> = {
  awaiting_payment: 'warn',
  queued: 'main',
  ready: 'good',
  downloaded: 'good',
  closed: 'neutral',
  cancelled: 'neutral',
  declined: 'bad',
};
export const toneOf = (status: Status): Tone => kTones[status];

/** Its codes are made later, by themselves. */
export const waits = (order: Order): boolean => order.status === 'awaiting_payment' || order.status === 'queued';
/** Its codes are there. */
export const hasCodes = (order: Order): boolean => ['ready', 'downloaded', 'closed'].includes(order.status);
export const canBeClosed = (order: Order): boolean => order.status === 'ready' || order.status === 'downloaded';

export const codesOf = (order: Order): number => order.lines.reduce((sum, line) => sum + line.quantity, 0);
export const fetchedOf = (order: Order): number => order.lines.reduce((sum, line) => sum + line.delivered, 0);

/** All its fees, VAT included: minor units. */
export const feesOf = (order: Order): number =>
  order.lines.reduce((sum, line) => sum + line.quantity * (line.fee + line.fee_vat), 0);
