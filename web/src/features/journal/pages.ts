// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/journal', layout: 'cabinet', load: () => import('./JournalPage'), nav: { section: 'journal', text: 'journal.title' }, right: 'journal', words: true },
];
