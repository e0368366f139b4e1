// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/codes', layout: 'cabinet', load: () => import('./Codes'), nav: { section: 'codes', text: 'codes.title' }, right: 'see_codes' },
  { path: '/codes/code', layout: 'cabinet', load: () => import('./CodePage'), right: 'see_codes' },
];
