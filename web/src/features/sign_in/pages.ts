// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/sign-in', layout: 'public', load: () => import('./SignIn'), help: 'key' },
  { path: '/signed-in', layout: 'public', load: () => import('./PortalReturn') },
];
