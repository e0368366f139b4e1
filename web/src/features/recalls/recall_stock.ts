// SPDX-License-Identifier: Apache-2.0
import { pathWith } from '@/api/files';
import type { Schemas } from '@/api/queries';

export type OwnRecall = Schemas['OwnRecall'];

export const kStates = ['in_force', 'lifted'] as const satisfies readonly Schemas['RecallState'][];

/** What there is to do: take goods off sale, keep others from it, or nothing; lifted: the goods may be sold again. */
export type Concern = 'on_sale' | 'not_on_sale' | 'none' | 'lifted';

export function concernOf({ recall, held }: OwnRecall): Concern {
  if (recall.state === 'lifted') return 'lifted';
  if (held.in_circulation > 0) return 'on_sale';
  return held.not_introduced > 0 ? 'not_on_sale' : 'none';
}

/** Codes that are still one's own to do something with. */
export const left = ({ held }: OwnRecall): number => held.in_circulation + held.not_introduced;

/** Own codes that the recall covers. */
export function codesOf({ recall }: OwnRecall, status?: Schemas['CodeStatus']): string {
  const { gtin, batch, produced_from, produced_to } = recall;
  return pathWith('/codes', { gtin, batch, produced_from, produced_to, status });
}
