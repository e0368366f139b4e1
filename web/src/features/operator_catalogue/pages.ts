// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator', right: 'moderate_goods' } as const;

export const pages: Page[] = [
  { ...common, path: '/operator/prefixes', load: () => import('./Prefixes'), nav: { section: 'registers', text: 'operator_catalogue.prefixes' } },
  { ...common, path: '/operator/classifiers', load: () => import('./Classifiers'), nav: { section: 'settings', text: 'operator_catalogue.classifiers' } },
];
