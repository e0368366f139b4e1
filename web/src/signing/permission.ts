// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ProgramKind } from './agent';

/** Whether the browser lets pages call programs of this machine; null: it does not ask, or the program is an extension. */
export function usePermission(kind: ProgramKind | undefined): PermissionState | null | undefined {
  return useQuery({
    queryKey: ['signing', 'permission', kind],
    queryFn: async () => (kind === 'eimzo' ? (await import('./eimzo')).loopbackPermission() : null),
  }).data;
}
