// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  {
    path: '/operator/participants',
    layout: 'operator',
    load: () => import('./Participants'),
    nav: { section: 'registers', text: 'operator_participants.title' },
    right: 'support',
  },
  { path: '/operator/participants/$tax_id', layout: 'operator', load: () => import('./ParticipantPage'), right: 'support' },
  {
    path: '/operator/standings',
    layout: 'operator',
    load: () => import('./Standings'),
    nav: { section: 'queues', text: 'operator_participants.standings' },
    right: 'block_participants',
  },
];
