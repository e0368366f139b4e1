// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/users', layout: 'cabinet', load: () => import('./Users'), nav: { section: 'profile', text: 'users.title' }, right: 'users', help: 'people' },
  { path: '/users/new', layout: 'cabinet', load: () => import('./AddUser'), right: 'users', help: 'people' },
  {
    path: '/users/powers',
    layout: 'cabinet',
    load: () => import('./Powers'),
    nav: { section: 'profile', text: 'users.powers' },
    right: 'powers_of_attorney',
    help: 'people',
  },
  {
    path: '/users/providers',
    layout: 'cabinet',
    load: () => import('./Providers'),
    nav: { section: 'profile', text: 'users.providers' },
    help: 'people',
  },
  { path: '/sessions', layout: 'cabinet', load: () => import('./Sessions'), nav: { section: 'profile', text: 'users.sessions' } },
];
