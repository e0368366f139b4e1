// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const common = { layout: 'cabinet' } as const;
const nav = (text: string) => ({ section: 'developer', text: `developer.${text}` }) as const;

export const pages: Page[] = [
  { ...common, path: '/developer', load: () => import('./Keys'), nav: nav('keys'), right: 'api_keys', help: 'programs', words: true },
  { ...common, path: '/developer/examples', load: () => import('./Examples'), nav: nav('examples'), help: 'programs', words: true },
  { ...common, path: '/developer/requests', load: () => import('./Requests'), nav: nav('requests'), right: 'api_keys', help: 'programs', words: true },
  { ...common, path: '/developer/events', load: () => import('./Events'), nav: nav('events'), right: 'see_codes', words: true },
  { ...common, path: '/developer/sandbox', load: () => import('./Sandbox'), nav: nav('sandbox'), words: true },
];
