// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const right = 'support';

export const pages: Page[] = [
  { path: '/operator/tickets', layout: 'operator', load: () => import('./TicketQueue'), nav: { section: 'queues', text: 'operator_support.tickets' }, right },
  { path: '/operator/tickets/$ticket', layout: 'operator', load: () => import('./TicketPage'), right },
  { path: '/operator/violations', layout: 'operator', load: () => import('./ViolationQueue'), nav: { section: 'queues', text: 'operator_support.violations' }, right },
  { path: '/operator/comments', layout: 'operator', load: () => import('./Comments'), nav: { section: 'settings', text: 'operator_support.comments' }, right },
];
