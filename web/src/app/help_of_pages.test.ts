// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { slugs } from '@/features/help/contents';
import { pages } from './routes';

test('pages lead to articles that are there', () => {
  const named = pages.flatMap((page) => page.help ?? []);
  expect(named.filter((slug) => !slugs.includes(slug))).toEqual([]);
});

test.each(['/register', '/profile', '/contracts', '/orders/new', '/goods/new', '/packing'])('the step %s has its article', (path) => {
  expect(pages.find((page) => page.path === path)?.help).toBeDefined();
});
