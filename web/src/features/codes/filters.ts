// SPDX-License-Identifier: Apache-2.0
import type { Address } from '@/ui/address';
import type { CodeStatus } from './code_state';

/** What codes are looked for by, named as in the interface: the same in the address, a search, a count, an export. */
export interface CodeFilter {
  gtin?: string;
  order?: string;
  place?: string;
  status?: CodeStatus;
  emitted_from?: string;
  emitted_until?: string;
  produced_from?: string;
  produced_to?: string;
  expires_from?: string;
  expires_to?: string;
  batch?: string;
  packed?: boolean;
}

export const filterNames = [
  'gtin',
  'order',
  'place',
  'status',
  'emitted_from',
  'emitted_until',
  'produced_from',
  'produced_to',
  'expires_from',
  'expires_to',
  'batch',
  'packed',
] as const;

export function filterOf(address: Address): CodeFilter {
  const said = Object.fromEntries(filterNames.filter((name) => address[name]).map((name) => [name, String(address[name])]));
  return { ...said, ...(said.packed ? { packed: said.packed === 'true' } : {}) } as CodeFilter;
}

export const nothing = Object.fromEntries(filterNames.map((name) => [name, undefined])) as Address;
