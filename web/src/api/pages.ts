// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** Pages that are fetched one after another. */
interface PagesInHand {
  /** Aborted when the reader ends the work. */
  signal: AbortSignal;
  /** How many rows are there, while more are fetched. */
  tell: (count: number) => void;
}

/** A list that comes in pages, as `ui/ListTable` shows it. */
export interface Listed<P, R> {
  rows: R[];
  first: P | undefined;
  isPending: boolean;
  loading: boolean;
  error: unknown;
  retry: () => void;
  onMore?: () => void;
  /** Every row, for a file. */
  every: (inHand: PagesInHand) => Promise<R[]>;
}

/** `ask` gets `next` of the page before; `rowsOf` takes the rows out of a page. */
export function usePages<N, P extends { next?: N | null }, R>(
  queryKey: QueryKey,
  ask: (next: N | undefined) => Promise<P>,
  rowsOf: (page: P) => R[],
  enabled = true,
): Listed<P, R> {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam as N | undefined),
    initialPageParam: undefined as N | undefined,
    getNextPageParam: (page: P) => page.next ?? undefined,
    enabled,
  });
  return {
    rows: list.data?.pages.flatMap(rowsOf) ?? [],
    first: list.data?.pages[0],
    isPending: list.isPending,
    loading: list.isFetchingNextPage,
    error: list.error,
    retry: () => void list.refetch(),
    onMore: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    every: (inHand) => everyRow(ask, rowsOf, inHand),
  };
}

/** Every row of such a list, for a file. */
export async function everyRow<N, P extends { next?: N | null }, R>(
  ask: (next: N | undefined) => Promise<P>,
  rowsOf: (page: P) => R[],
  { signal, tell }: PagesInHand,
): Promise<R[]> {
  const rows: R[] = [];
  let next: N | undefined;
  do {
    const page = await ask(next);
    rows.push(...rowsOf(page));
    next = page.next ?? undefined;
    signal.throwIfAborted();
    if (next !== undefined) tell(rows.length);
  } while (next !== undefined);
  return rows;
}
