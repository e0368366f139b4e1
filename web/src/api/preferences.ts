// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { api, call, newKey } from './client';
import { queryClient } from './queries';

/** Settings of whoever is signed in: texts by their names, the same on every computer. */
export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: async () => (await call(api.GET('/api/v1/me/preferences'))).preferences,
  staleTime: 300_000,
});

/** An empty value is forgotten. */
export async function keepPreference(name: string, value: string): Promise<void> {
  const header = { 'Idempotency-Key': newKey() };
  const kept = await call(api.PUT('/api/v1/me/preferences/{name}', { params: { path: { name }, header }, body: { value } }));
  queryClient.setQueryData(preferencesQuery.queryKey, kept.preferences);
}

export interface SavedView {
  name: string;
  /** What stands behind the question mark. */
  address: string;
}

/** Filters that somebody gave a name to, of one page. */
export function useSavedViews(page: string) {
  const beginning = `view.${page}.`;
  const { data, error } = useQuery(preferencesQuery);
  const keeping = useMutation({ mutationFn: ({ name, address }: SavedView) => keepPreference(beginning + name, address) });
  const views = Object.entries(data ?? {})
    .filter(([name]) => name.startsWith(beginning))
    .map(([name, address]) => ({ name: name.slice(beginning.length), address }));
  return {
    views,
    error: error ?? keeping.error,
    save: (view: SavedView, onKept: () => void) => keeping.mutate(view, { onSuccess: onKept }),
    forget: (name: string) => keeping.mutate({ name, address: '' }),
  };
}
