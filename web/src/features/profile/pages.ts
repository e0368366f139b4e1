// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/profile', layout: 'cabinet', load: () => import('./ProfilePage'), nav: { section: 'profile', text: 'profile.title' }, help: 'contracts' },
];
