// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { concernsOf } from './what_waits';

const kNow = Date.parse('2026-11-26T10:00:00Z');
const me = { user: '7', certificate_ends: '2027-11-26T10:00:00Z' };

test('nothing is told of lists that did not answer, or are empty', () => {
  expect(concernsOf({}, me, kNow)).toEqual([]);
  expect(concernsOf({ standing: { effect: 'good' }, orders: [], shipments: [], drafts: [] }, me, kNow)).toEqual([]);
});

test('deliveries that wait are counted, and forms that are one’s own', () => {
  const drafts = [{ name: 'document.apply.7' }, { name: 'document.apply.8' }, { name: 'order-7' }, { name: 'profile' }];
  expect(concernsOf({ shipments: [{}, {}], drafts }, me, kNow)).toEqual([
    { id: 'shipments', count: 2, tone: 'warn', where: '/deliveries?state=waiting' },
    { id: 'drafts', count: 3, tone: 'main', where: '/documents/drafts' },
  ]);
});

test('what is urgent stands first; codes that run out are told beside those that are ready', () => {
  const orders = [{ status: 'ready' as const, unused_until: '2026-12-01T00:00:00Z' }, { status: 'declined' as const }];
  const told = concernsOf({ standing: { effect: 'restricted' }, orders }, { ...me, certificate_ends: '2026-12-01T00:00:00Z' }, kNow);
  expect(told.map((one) => one.id)).toEqual(['restricted', 'declined', 'expiring', 'certificate', 'ready']);
});
