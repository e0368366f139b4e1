// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/notifications', layout: 'cabinet', load: () => import('./Notifications'), nav: { section: 'notifications', text: 'nav.notifications' } },
];
