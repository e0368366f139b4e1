// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { groupsQuery, useMe, type Schemas } from '@/api/queries';
import type { Choice } from '@/ui/choices';
import type { Tone } from '@/ui/values';

export type User = Schemas['User'];
export type Role = Schemas['Role'];

export const usersQuery = queryOptions({ queryKey: ['users'], queryFn: () => call(api.GET('/api/v1/users')) });
const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: () => call(api.GET('/api/v1/roles')), staleTime: 60_000 });

export const userTones: Record<User['state'], Tone> = { invited: 'main', active: 'good', blocked: 'bad' };

/** Every role, and those that whoever is signed in may give: nobody gives more than he has. */
export function useRoles(): { all: Role[]; own: Role[]; nameOf: (role: string) => string } {
  const all = useQuery(rolesQuery).data?.roles ?? [];
  const rights = useMe()?.rights ?? [];
  return {
    all,
    own: all.filter((role) => role.rights.every((right) => rights.includes(right))),
    nameOf: (code) => all.find((role) => role.role === code)?.name ?? code,
  };
}

/** Rights that these roles have together, in the order in which they are listed. */
export const rightsOf = (roles: readonly Role[], chosen: readonly string[]): string[] => [
  ...new Set(roles.filter((role) => chosen.includes(role.role)).flatMap((role) => role.rights)),
];

/** What a person can be limited to: product groups and sites of the profile. */
export function useLimits(): { groups: Choice[]; places: Choice[] } {
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => call(api.GET('/api/v1/profile')) }).data?.profile;
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const own = groups.filter((one) => profile?.groups.includes(one.group));
  return {
    groups: own.map((one) => ({ id: one.group, name: one.name })),
    places: profile?.sites?.map((site) => ({ id: site.name, name: site.name, about: site.address })) ?? [],
  };
}
