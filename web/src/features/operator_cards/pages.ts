// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator', right: 'moderate_goods' } as const;

export const pages: Page[] = [
  { ...common, path: '/operator/cards', load: () => import('./CardQueue'), nav: { section: 'queues', text: 'operator_cards.title' } },
  { ...common, path: '/operator/cards/$gtin', load: () => import('./CardPage') },
];
