// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, call } from '@/api/client';
import { isProblem } from '@/api/problem';
import type { Schemas } from '@/api/queries';
import { readCode } from '@/ui/codes/read_codes';
import { useText } from '@/ui/text';
import type { PackingDesk } from './desk';

const kPage = 500;

export const useGoods = () =>
  useQuery({
    queryKey: ['goods', 'packing'],
    queryFn: async () => {
      const goods: Schemas['Product'][] = [];
      let after: string | undefined;
      do {
        const page = await call(api.GET('/api/v1/goods', { params: { query: { after, limit: kPage } } }));
        goods.push(...page.goods);
        after = page.next ?? undefined;
      } while (after);
      return goods;
    },
    staleTime: Infinity,
  });

const kStatuses = ['applied', 'introduced'];

/** While there is a line, each unit is looked up: what the document would be refused for is told at once. */
export function usePackable(desk: PackingDesk): { ask: (text: string) => void; nameOf: (gtin: string) => string } {
  const t = useText();
  const goods = useGoods();
  const ask = useCallback(
    (scanned: string) => {
      const read = readCode(scanned);
      if (typeof read === 'string' || !navigator.onLine) return;
      const reject = (title: string, remedy: string) => desk.reject(read.text, title, remedy);
      void call(api.GET('/api/v1/codes', { params: { query: { code: read.text } } })).then(
        (found) => {
          if (found.parents.length) reject(t('aggregation.is_packed', { parent: found.parents[0] }), t('aggregation.is_packed_remedy'));
          else if (!kStatuses.includes(found.status)) reject(t('aggregation.not_applied'), t('aggregation.not_applied_remedy'));
        },
        (error: unknown) => {
          const { status, title, remedy } = isProblem(error) ? error.problem : { status: 0, title: '', remedy: '' };
          if ([400, 404, 409].includes(status)) reject(title, remedy);
        },
      );
    },
    [desk, t],
  );
  return { ask, nameOf: (gtin) => goods.data?.find((one) => one.gtin === gtin)?.name ?? gtin };
}
