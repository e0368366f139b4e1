// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  {
    path: '/operator/groups',
    layout: 'operator',
    load: () => import('./Groups'),
    nav: { section: 'settings', text: 'operator_groups.title' },
  },
  { path: '/operator/groups/$group', layout: 'operator', load: () => import('./GroupPage') },
];
