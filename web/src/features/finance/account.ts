// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';

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
