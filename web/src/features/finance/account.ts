// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { isDay } from '@/ui/written_day';

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

export interface Term {
  from?: string;
  to?: string;
}

/** First and last day as the system is asked for them: what is no day is not said; null where no day is both after one and before the other. */
export function termOf({ from, until }: { from?: string; until?: string }): Term | null {
  const term = { ...(from && isDay(from) ? { from } : {}), ...(until && isDay(until) ? { to: until } : {}) };
  return term.from && term.to && term.to < term.from ? null : term;
}
