// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  {
    path: '/operator',
    layout: 'operator',
    load: () => import('./OperatorHome'),
    nav: { section: 'home', text: 'operator_home.title' },
  },
];
