// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [{ path: '/letters', layout: 'public', load: () => import('./Letters') }];
