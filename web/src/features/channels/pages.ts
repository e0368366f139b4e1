// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  {
    path: '/channels',
    layout: 'cabinet',
    load: () => import('./ChannelsPage'),
    nav: { section: 'profile', text: 'channels.title' },
    help: 'contracts',
  },
];
