// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'cabinet' } as const;

export const pages: Page[] = [
  { ...common, path: '/reports', load: () => import('./Reports'), nav: { section: 'reports', text: 'reports.all' } },
  { ...common, path: '/reports/stock', load: () => import('./Stock'), nav: { section: 'reports', text: 'reports.stock' }, right: 'see_codes' },
  { ...common, path: '/reports/operations', load: () => import('./Operations'), nav: { section: 'reports', text: 'reports.operations' }, right: 'see_documents' },
  { ...common, path: '/reports/write_offs', load: () => import('./WriteOffs'), nav: { section: 'reports', text: 'reports.write_offs' }, right: 'see_documents' },
  { ...common, path: '/reports/paid', load: () => import('./PaidCodes'), nav: { section: 'reports', text: 'reports.paid' }, right: 'finance' },
];
