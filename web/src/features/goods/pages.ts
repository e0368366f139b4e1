// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/ui/page';

export const pages: Page[] = [
  { path: '/goods', layout: 'cabinet', load: () => import('./Goods'), nav: { section: 'goods', text: 'goods.title' }, opensWith: 'profile', right: 'see_goods', help: 'goods' },
  { path: '/goods/new', layout: 'cabinet', load: () => import('./NewCard'), opensWith: 'profile', right: 'edit_goods', help: 'goods' },
  { path: '/goods/import', layout: 'cabinet', load: () => import('./ImportCards'), opensWith: 'profile', right: 'edit_goods', help: 'goods' },
  { path: '/goods/catalogue', layout: 'cabinet', load: () => import('./Catalogue'), nav: { section: 'goods', text: 'goods.catalogue' } },
  { path: '/goods/$gtin', layout: 'cabinet', load: () => import('./CardPage') },
  { path: '/goods/$gtin/edit', layout: 'cabinet', load: () => import('./EditCard'), right: 'edit_goods', help: 'goods' },
];
