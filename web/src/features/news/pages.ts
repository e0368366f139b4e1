// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [{ path: '/news', layout: 'public', load: () => import('./News') }];
