// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';

export type Product = Pick<Schemas['Product'], 'gtin' | 'group' | 'level' | 'name' | 'published'>;

/** A product that codes are ordered for: an own one, or of the principal in whose name it is done. */
export const productQuery = (gtin: string, principal = '') =>
  queryOptions({
    queryKey: ['product', gtin, principal],
    queryFn: (): Promise<Product> => (principal ? publishedBy(gtin) : call(api.GET('/api/v1/goods/{gtin}', { params: { path: { gtin } } }))),
    staleTime: 60_000,
  });

/** Of the goods of others the national catalogue tells, and of published ones alone. */
async function publishedBy(gtin: string): Promise<Product> {
  const { product } = await call(api.GET('/api/v1/catalogue/{gtin}', { params: { path: { gtin } } }));
  return { ...product, published: true };
}

/** What is known of each GTIN: its product, why there is none, or nothing yet. */
export function useProducts(gtins: readonly string[], principal = ''): Map<string, { product?: Product; error: unknown }> {
  const found = useQueries({ queries: gtins.map((gtin) => productQuery(gtin, principal)) });
  return new Map(gtins.map((gtin, at) => [gtin, { product: found[at]?.data, error: found[at]?.error }]));
}

const kMost = 20;

/** Published cards of a group, own ones or of the principal, by the beginnings of words. */
export function useCards(group: string, text: string, principal = '') {
  return useQuery({
    queryKey: ['orders_cards', group, text, principal],
    queryFn: async (): Promise<Pick<Product, 'gtin' | 'name'>[]> => {
      const sought = { group, text: text || undefined, limit: kMost };
      if (principal) return (await call(api.GET('/api/v1/catalogue', { params: { query: { ...sought, tax_id: principal } } }))).products;
      return (await call(api.GET('/api/v1/cards', { params: { query: { ...sought, state: 'published' } } }))).cards;
    },
    enabled: group !== '',
    placeholderData: (before) => before,
  });
}
