// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'operator' } as const;

export const pages: Page[] = [
  { ...common, path: '/operator/blocks', load: () => import('./Blocks'), nav: { section: 'registers', text: 'operator_codes.blocks' }, right: 'block_codes' },
  { ...common, path: '/operator/recalls', load: () => import('./Recalls'), nav: { section: 'registers', text: 'operator_codes.recalls' }, right: 'recall' },
];
