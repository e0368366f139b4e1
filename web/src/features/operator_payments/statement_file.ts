// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Format = Schemas['StatementFormat'];
export const formats: readonly Format[] = ['client_bank', 'csv', 'camt053'];

/** Of which kind a statement seems to be, by how it begins; whoever takes it in may say otherwise. */
export function formatOf(bytes: Uint8Array): Format {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  if (beginning.includes('1CClientBankExchange')) return 'client_bank';
  return beginning.includes('<Document') || beginning.includes('camt.053') || beginning.trimStart().startsWith('<?xml') ? 'camt053' : 'csv';
}
