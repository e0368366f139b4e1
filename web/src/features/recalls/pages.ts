// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/recalls', layout: 'cabinet', load: () => import('./Recalls'), nav: { section: 'goods', text: 'recalls.title' }, right: 'see_goods', help: 'withdrawal' },
];
