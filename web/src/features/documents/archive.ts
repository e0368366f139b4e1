// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '@/api/queries';
import { allOfTerm, pageOfTerm, type Term } from '@/api/term_documents';

export interface Wish extends Term {
  status?: string;
}

interface Stretch {
  documents: Schemas['JudgedDocument'][];
  next?: string;
}

const kPage = 100;
/** A list that is narrowed by state goes on until there is something to show, or this much was looked through. */
const kEnough = 30;
const kMostPages = 20;

async function stretch(wish: Wish, begin: string | undefined): Promise<Stretch> {
  const found: Stretch = { documents: [], next: begin };
  // What waits is no part of the archive yet.
  if (wish.status === 'waiting') return { documents: [] };
  for (let page = 0; page < kMostPages && found.documents.length < kEnough; ++page) {
    const { documents, next } = await pageOfTerm(wish, found.next, kPage);
    found.documents.push(...documents.filter((one) => !wish.status || one.status === wish.status));
    found.next = next;
    if (!next) break;
  }
  return found;
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

/** Everything that the filters let through, for a file. */
export async function wholeArchive(wish: Wish): Promise<Stretch['documents']> {
  if (wish.status === 'waiting') return [];
  const { documents } = await allOfTerm(wish);
  return documents.filter((one) => !wish.status || one.status === wish.status);
}
