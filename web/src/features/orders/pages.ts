// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/orders', layout: 'cabinet', load: () => import('./Orders'), nav: { section: 'codes', text: 'orders.title' }, opensWith: 'contracts', help: 'orders' },
  { path: '/orders/new', layout: 'cabinet', load: () => import('./NewOrder'), opensWith: 'contracts', right: 'order_codes', help: 'orders' },
  { path: '/orders/$order', layout: 'cabinet', load: () => import('./OrderPage'), help: 'labels' },
];
