// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { momentAfter, momentOf } from '@/ui/days';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => call(api.GET('/api/v1/account')),
});

type Posting = Schemas['Posting'];

/** What a movement does to the funds: more, less, or nothing of them. */
export function directionOf({ debit, credit }: Pick<Posting, 'debit' | 'credit'>): 'in' | 'out' | 'beside' {
  if (credit === 'funds') return 'in';
  return debit === 'funds' ? 'out' : 'beside';
}

/** Movements of a term, whose days may be open at either end; they come newest first. */
export function termOf(from: string | undefined, until: string | undefined) {
  const first = from ? Date.parse(momentOf(from)) : -Infinity;
  const after = until ? Date.parse(momentAfter(until)) : Infinity;
  return {
    holds: ({ at }: Pick<Posting, 'at'>): boolean => Date.parse(at) >= first && Date.parse(at) < after,
    /** Whether nothing of the term lies behind this page. */
    hasBegun: (page: readonly Pick<Posting, 'at'>[]): boolean => Date.parse(page.at(-1)?.at ?? '') < first,
  };
}
