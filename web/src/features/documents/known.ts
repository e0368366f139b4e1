// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, call, fetchBytes } from '@/api/client';
import type { Schemas } from '@/api/queries';
import type { Kind } from './jobs';

const kMostGoods = 1_000;
const kPage = 500;
const kEarlier = 10;

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

/** Codes of a dictionary that the participant has used in his last documents of the kind. */
export function useUsedWords(kind: Kind, field: string): string[] {
  const { data } = useQuery({
    queryKey: ['documents', 'words', kind, field],
    queryFn: async () => {
      const { documents } = await call(api.GET('/api/v1/documents', { params: { query: { kind, limit: kEarlier } } }));
      const accepted = documents.filter((one) => one.document && one.status !== 'rejected');
      const bodies = await Promise.all(accepted.map((one) => fetchBytes(`/api/v1/documents/${one.document}/body`)));
      const words = bodies.map((bytes) => (JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>)[field]);
      return [...new Set(words.filter((word): word is string => typeof word === 'string'))];
    },
    staleTime: 300_000,
  });
  return data ?? [];
}
