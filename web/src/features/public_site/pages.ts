// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/', layout: 'public', load: () => import('./FrontPage') },
  { path: '/groups', layout: 'public', load: () => import('./Groups') },
  { path: '/groups/$group', layout: 'public', load: () => import('./GroupPage') },
  { path: '/contacts', layout: 'public', load: () => import('./Contacts') },
  { path: '/legal', layout: 'public', load: () => import('./Legal') },
];
