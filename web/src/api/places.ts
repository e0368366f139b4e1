// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from './client';

interface Places {
  /** Names of places of business. */
  sites: string[];
  /** Production lines of all of them. */
  lines: string[];
  isPending: boolean;
}

/** What the profile of the organisation names. */
export function usePlaces(): Places {
  const { data, isPending } = useQuery({ queryKey: ['profile'], queryFn: () => call(api.GET('/api/v1/profile')), staleTime: 60_000 });
  const sites = data?.profile?.sites ?? [];
  return { sites: sites.map((site) => site.name), lines: [...new Set(sites.flatMap((site) => site.lines ?? []))], isPending };
}
