// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Address = Record<string, string | undefined>;

/** What stands behind the question mark of the page's address: filters, sort, the opened row. A link to it shows the
 * same. Undefined takes a value away; the page before stays one step back only with `step`. */
export function useAddress(): [Address, (changes: Address, how?: { step: boolean }) => void] {
  const search = useSearch({ strict: false }) as Address;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Address, how = { step: false }) => {
      const merged = (before: Address) =>
        Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined && value !== ''));
      void navigate({ to: '.', search: merged as never, replace: !how.step });
    },
    [navigate],
  );
  return [search, change];
}

/** A part of the path: `$number` of the page's path is `usePart('number')`. */
export function usePart(name: string): string {
  return (useParams({ strict: false }) as Record<string, string | undefined>)[name] ?? '';
}

/** Goes to another page of the cabinet. */
export function useGo(): (path: string, how?: { replace: boolean }) => void {
  const router = useRouter();
  return useCallback(
    (path, how) => (how?.replace ? router.history.replace(path) : router.history.push(path)),
    [router],
  );
}

/** Whether the cabinet has a page under this address. */
export function useIsPage(): (path: string) => boolean {
  const router = useRouter();
  return useCallback((path) => Boolean(router.getMatchedRoutes(path.split('?')[0] ?? path)[2]), [router]);
}
