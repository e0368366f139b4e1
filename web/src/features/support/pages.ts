// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/support', layout: 'cabinet', load: () => import('./Tickets'), nav: { section: 'support', text: 'support.title' }, help: 'support' },
  { path: '/support/new', layout: 'cabinet', load: () => import('./NewTicket'), help: 'support' },
  {
    path: '/support/reports',
    layout: 'cabinet',
    load: () => import('./Reports'),
    nav: { section: 'support', text: 'support.reports' },
    right: 'see_goods',
  },
  { path: '/support/$ticket', layout: 'cabinet', load: () => import('./TicketPage') },
];
