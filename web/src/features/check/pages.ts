// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

const load = () => import('./CheckPage');
const loadReport = () => import('./ReportStatus');

/** Opened afresh these pages stand alone (main.tsx); reached from another page they are in its frame. */
export const pages: Page[] = [
  { path: '/check', layout: 'public', load },
  { path: '/check/report', layout: 'public', load: loadReport },
  { path: '/violations/$violation', layout: 'public', load: loadReport },
  { path: '/01/$', layout: 'public', load },
  { path: '/00/$', layout: 'public', load },
];
