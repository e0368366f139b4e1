// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator', right: 'manage_contracts' } as const;

export const pages: Page[] = [
  { ...common, path: '/operator/contracts', load: () => import('./Contracts'), nav: { section: 'queues', text: 'operator_contracts.title' } },
  { ...common, path: '/operator/contracts/asked', load: () => import('./Asked'), nav: { section: 'queues', text: 'operator_contracts.asked' } },
];
