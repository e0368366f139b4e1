// SPDX-License-Identifier: Apache-2.0
import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from './client';
import { isProblem, SilentError } from './problem';
import type { components } from './schema';

export type Schemas = components['schemas'];

/** A refusal does not become better by asking again; silence may. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (times, error) => error instanceof SilentError && times < 2, staleTime: 10_000 },
  },
});

/** Which system this is. */
export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => call(api.GET('/api/v1/system')),
  staleTime: Infinity,
});
export const useSystem = () => useQuery(systemQuery).data;

/** Who is signed in; null: nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Schemas['Me'] | null> => {
    try {
      return await call(api.GET('/api/v1/me'));
    } catch (error) {
      if (isProblem(error) && error.problem.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});
export const useMe = () => useQuery(meQuery).data ?? null;

/** The steps to full access, for whoever is signed in. */
export const accessQuery = queryOptions({
  queryKey: ['access'],
  queryFn: () => call(api.GET('/api/v1/access')),
  refetchInterval: (query) => (query.state.data?.updating ? 1_000 : false),
});

/** The product groups of the country, with what everybody may know of them: in the order of their names. */
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: async () => {
    const { groups, ...rest } = await call(api.GET('/api/v1/groups'));
    return { ...rest, groups: groups.toSorted((one, other) => one.name.localeCompare(other.name)) };
  },
  staleTime: 60_000,
});

/** The closed lists of the country from which documents are filled in. */
export const dictionariesQuery = queryOptions({
  queryKey: ['dictionaries'],
  queryFn: () => call(api.GET('/api/v1/dictionaries')),
  staleTime: Infinity,
});
export const useDictionaries = () => useQuery(dictionariesQuery).data;
/** How an entry of a dictionary is called; its code while nobody knows. */
export const nameIn = (entries: readonly { code: string; name: string }[] | undefined, code: string): string =>
  entries?.find((one) => one.code === code)?.name ?? code;

/** How a product group is called; its code while nobody knows. */
export function useGroupName(): (group: string) => string {
  const groups = useQuery(groupsQuery).data?.groups;
  return (group) => groups?.find((one) => one.group === group)?.name ?? group;
}

/** Whether whoever is signed in has a right. */
export function useMay(): (right: Schemas['Right'] | 'block_participants') => boolean {
  const rights = useMe()?.rights as string[] | undefined;
  return (right) => rights?.includes(right) ?? false;
}
