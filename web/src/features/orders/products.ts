// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';

export type Product = Schemas['Product'];

/** An own product; refused for goods of others. */
export const productQuery = (gtin: string) =>
  queryOptions({
    queryKey: ['product', gtin],
    queryFn: () => call(api.GET('/api/v1/goods/{gtin}', { params: { path: { gtin } } })),
    staleTime: 60_000,
  });

/** What is known of each GTIN: its product, why there is none, or nothing yet. */
export function useProducts(gtins: readonly string[]): Map<string, { product?: Product; error: unknown }> {
  const found = useQueries({ queries: gtins.map((gtin) => productQuery(gtin)) });
  return new Map(gtins.map((gtin, at) => [gtin, { product: found[at]?.data, error: found[at]?.error }]));
}

const kMost = 20;

/** Own published cards of a group by the beginnings of words. */
export function useOwnCards(group: string, text: string) {
  return useQuery({
    queryKey: ['orders_cards', group, text],
    queryFn: () =>
      call(api.GET('/api/v1/cards', { params: { query: { group, state: 'published', text: text || undefined, limit: kMost } } })),
    enabled: group !== '',
    placeholderData: (before) => before,
  });
}
