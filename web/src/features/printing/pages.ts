// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'cabinet' } as const;

export const pages: Page[] = [
  { ...common, path: '/printing', load: () => import('./Equipment'), nav: { section: 'codes', text: 'printing.title' } },
  { ...common, path: '/printing/new', load: () => import('./NewRegistrar'), right: 'profile' },
  { ...common, path: '/printing/providers', load: () => import('./Providers') },
  { ...common, path: '/printing/reports', load: () => import('./PrintReports'), nav: { section: 'reports', text: 'printing.reports' } },
];
