// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/documents', layout: 'cabinet', load: () => import('./DocumentList'), nav: { section: 'documents', text: 'documents.title' }, right: 'see_documents' },
  { path: '/documents/drafts', layout: 'cabinet', load: () => import('./Drafts'), nav: { section: 'documents', text: 'documents.drafts' } },
  { path: '/documents/new', layout: 'cabinet', load: () => import('./JobList'), opensWith: 'contracts', help: 'application' },
  { path: '/documents/new/$kind', layout: 'cabinet', load: () => import('./JobPage'), opensWith: 'contracts' },
  { path: '/documents/$document', layout: 'cabinet', load: () => import('./DocumentPage') },
];
