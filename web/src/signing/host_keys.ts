// SPDX-License-Identifier: Apache-2.0
import type { HostKeys } from './eimzo';

/**
 * The keys by which E-IMZO knows this host, from `/eimzo.json` beside the page: [host, key, host, key...]. The vendor
 * issues them to the operator; without the file the program answers pages of the user's own machine alone.
 */
export async function hostKeys(): Promise<HostKeys> {
  const response = await fetch('/eimzo.json');
  if (!response.ok) return [];
  return (await response.json()) as HostKeys;
}
