// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/register', layout: 'public', load: () => import('./Register') },
  { path: '/application', layout: 'public', load: () => import('./FindApplication') },
  { path: '/application/$number', layout: 'public', load: () => import('./ApplicationPage') },
  { path: '/confirm/$token', layout: 'public', load: () => import('./Confirm') },
];
