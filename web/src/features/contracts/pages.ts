// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  {
    path: '/contracts',
    layout: 'cabinet',
    load: () => import('./Contracts'),
    nav: { section: 'profile', text: 'contracts.title' },
    opensWith: 'profile',
    help: 'contracts',
  },
  { path: '/contracts/$contract', layout: 'cabinet', load: () => import('./ContractPage'), help: 'contracts' },
];
