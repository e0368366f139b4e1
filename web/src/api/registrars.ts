// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from './client';
import type { Schemas } from './queries';

export type Registrar = Schemas['Registrar'];

/** Own emission registrars, and what the country asks for. */
export const registrarsQuery = queryOptions({
  queryKey: ['registrars'],
  queryFn: () => call(api.GET('/api/v1/registrars')),
  staleTime: 30_000,
});
export const useRegistrars = () => useQuery(registrarsQuery).data;

/** How people tell a registrar from others: the plate of a device, the name of its contract for remote access. */
export function registrarName(one: Registrar, access: readonly { code: string; name: string }[]): string {
  if (one.kind === 'device') return `${one.model} ${one.serial}`;
  return access.find((word) => word.code === one.access)?.name ?? one.access;
}

/** How people call a registrar of their own; its number where it is another's. */
export function useRegistrarName(): (number: string) => string {
  const country = useRegistrars();
  return (number) => {
    const one = country?.registrars.find((known) => known.number === number);
    return one ? registrarName(one, country?.access ?? []) : number;
  };
}
