// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/register', layout: 'public', load: () => import('./Register'), help: 'registration' },
  { path: '/application', layout: 'public', load: () => import('./FindApplication'), help: 'registration' },
  { path: '/application/$number', layout: 'public', load: () => import('./ApplicationPage'), help: 'registration' },
  { path: '/confirm/$token', layout: 'public', load: () => import('./Confirm'), help: 'registration' },
];
