// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/help', layout: 'public', load: () => import('./Help') },
  { path: '/help/$article', layout: 'public', load: () => import('./ArticlePage') },
];
