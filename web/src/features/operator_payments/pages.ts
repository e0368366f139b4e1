// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator', right: 'settlements' } as const;

export const pages: Page[] = [
  { ...common, path: '/operator/payments', load: () => import('./Payments'), nav: { section: 'settlements', text: 'operator_payments.title' } },
  { ...common, path: '/operator/statement', load: () => import('./Statement'), nav: { section: 'settlements', text: 'operator_payments.statement' } },
  { ...common, path: '/operator/books', load: () => import('./Books'), nav: { section: 'settlements', text: 'operator_payments.books' } },
];
