// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator', right: 'support' } as const;

export const pages: Page[] = [
  { ...common, path: '/operator/registrars', load: () => import('./Registrars'), nav: { section: 'queues', text: 'operator_printing.registrars' } },
  { ...common, path: '/operator/providers', load: () => import('./Directory'), nav: { section: 'registers', text: 'operator_printing.providers' } },
  { ...common, path: '/operator/providers/$tax_id', load: () => import('./ProviderPage') },
  { ...common, path: '/operator/tails', load: () => import('./Tails'), nav: { section: 'registers', text: 'operator_printing.tails' } },
];
