// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator', right: 'support' } as const;

export const pages: Page[] = [
  { ...common, path: '/operator/channels', load: () => import('./Channels'), nav: { section: 'queues', text: 'operator_checks.channels' } },
  { ...common, path: '/operator/signatures', load: () => import('./Signatures'), nav: { section: 'queues', text: 'operator_checks.signatures' } },
  { ...common, path: '/operator/documents', load: () => import('./WaitingDocuments'), nav: { section: 'queues', text: 'operator_checks.waiting' } },
];
