// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, call } from '@/api/client';
import { useDictionaries, type Schemas } from '@/api/queries';
import type { Dictionary } from './jobs';

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

/** Production lines of the profile. */
export function useLines(): string[] {
  const { data } = useQuery({ queryKey: ['profile'], queryFn: () => call(api.GET('/api/v1/profile')), staleTime: 60_000 });
  return [...new Set(data?.profile?.sites?.flatMap((site) => site.lines ?? []))];
}

/** What may be chosen from a dictionary of the country. */
export function useEntries(dictionary: Dictionary): { id: string; name: string }[] {
  const all = useDictionaries();
  const reasons = { withdrawal_reason: all?.withdrawal_reasons, write_off_reason: all?.write_off_reasons };
  const entries = dictionary === 'way' ? all?.ways : reasons[dictionary]?.filter((one) => one.given);
  return (entries ?? []).map((one) => ({ id: one.code, name: one.name }));
}
