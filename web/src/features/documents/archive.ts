// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';

export interface Wish {
  kind?: string;
  status?: string;
  /** Days, both included. */
  from?: string;
  until?: string;
  by_providers: boolean;
}

type Judged = Schemas['JudgedDocument'];
interface Stretch {
  documents: Judged[];
  next?: string;
}

const kPage = 100;
/** A list that is narrowed by state goes on until there is something to show, or this much was looked through. */
const kEnough = 30;
const kMostPages = 20;
const kDayMs = 86_400_000;

/** Numbers begin with the milliseconds of their moment: docs/formats/documents.md. */
export const numberAt = (ms: number): string => (BigInt(ms) << 20n).toString();

const startOf = (day: string): number => new Date(`${day}T00:00:00`).getTime();

async function stretch(wish: Wish, begin: string | undefined): Promise<Stretch> {
  const found: Judged[] = [];
  let before = begin ?? (wish.until ? numberAt(startOf(wish.until) + kDayMs) : undefined);
  for (let page = 0; page < kMostPages && found.length < kEnough; ++page) {
    const query = { kind: wish.by_providers ? undefined : wish.kind, by_providers: wish.by_providers || undefined, before, limit: kPage };
    const { documents, next } = await call(api.GET('/api/v1/documents', { params: { query } }));
    const young = documents.filter((one) => !wish.from || Date.parse(one.received_at) >= startOf(wish.from));
    found.push(...young.filter((one) => (!wish.status || one.status === wish.status) && (!wish.kind || one.kind === wish.kind)));
    if (!next || young.length < documents.length) return { documents: found };
    before = next;
  }
  return { documents: found, next: before };
}

/** The archive, newest first. */
export function useArchive(wish: Wish) {
  return useInfiniteQuery({
    queryKey: ['documents', 'archive', wish],
    queryFn: ({ pageParam }) => stretch(wish, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Stretch) => page.next,
  });
}
