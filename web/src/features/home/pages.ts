// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/home', layout: 'cabinet', load: () => import('./Home'), nav: { section: 'home', text: 'nav.home' }, help: 'first-steps' },
];
