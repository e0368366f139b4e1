// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/packing', layout: 'cabinet', load: () => import('./PackingPage'), nav: { section: 'documents', text: 'aggregation.title' }, opensWith: 'contracts', right: 'aggregate', help: 'packing' },
];
