// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { layout: 'operator', right: 'support', path: '/operator/letters', load: () => import('./Letters'), nav: { section: 'registers', text: 'operator_letters.title' } },
];
