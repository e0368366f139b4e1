// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, call } from './client';
import type { Schemas } from './queries';

const kMostGoods = 1_000;
const kPage = 500;

/** Own products, as many as a list can be chosen from. */
export function useGoods(): { goods: Schemas['Product'][]; productOf: (gtin: string) => string | undefined } {
  const { data } = useQuery({
    queryKey: ['goods', 'names'],
    queryFn: async () => {
      const goods: Schemas['Product'][] = [];
      let after: string | undefined;
      do {
        const page = await call(api.GET('/api/v1/goods', { params: { query: { after, limit: kPage } } }));
        goods.push(...page.goods);
        after = page.next ?? undefined;
      } while (after && goods.length < kMostGoods);
      return goods;
    },
    staleTime: 60_000,
  });
  const names = useMemo(() => new Map(data?.map((one) => [one.gtin, one.name])), [data]);
  return { goods: data ?? [], productOf: useCallback((gtin) => names.get(gtin), [names]) };
}
