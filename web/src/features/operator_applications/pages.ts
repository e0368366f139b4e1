// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  {
    path: '/operator/applications',
    layout: 'operator',
    load: () => import('./Applications'),
    nav: { section: 'queues', text: 'operator_applications.title' },
    right: 'decide_applications',
  },
];
