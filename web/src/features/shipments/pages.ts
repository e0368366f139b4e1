// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/deliveries', layout: 'cabinet', load: () => import('./Deliveries'), nav: { section: 'documents', text: 'shipments.deliveries' }, right: 'ship', help: 'shipping' },
  { path: '/deliveries/$shipment', layout: 'cabinet', load: () => import('./DeliveryPage'), opensWith: 'contracts', right: 'ship', help: 'shipping' },
  { path: '/shipments', layout: 'cabinet', load: () => import('./Shipments'), nav: { section: 'documents', text: 'shipments.title' }, right: 'ship', help: 'shipping' },
];
