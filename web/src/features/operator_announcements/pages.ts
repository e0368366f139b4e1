// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator', right: 'support' } as const;

export const pages: Page[] = [
  {
    ...common,
    path: '/operator/announcements',
    load: () => import('./Announcements'),
    nav: { section: 'settings', text: 'operator_announcements.title' },
  },
  { ...common, path: '/operator/announcements/new', load: () => import('./Publish') },
];
