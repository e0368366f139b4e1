// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'cabinet', right: 'finance' } as const;

export const pages: Page[] = [
  { ...common, path: '/finance', load: () => import('./AccountPage'), nav: { section: 'finance', text: 'finance.account' }, help: 'money' },
  { ...common, path: '/finance/invoices', load: () => import('./Invoices'), nav: { section: 'finance', text: 'finance.invoices' }, help: 'money' },
  { ...common, path: '/finance/charges', load: () => import('./Charges'), nav: { section: 'finance', text: 'finance.charges' }, help: 'money' },
];
