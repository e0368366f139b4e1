// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

type Contract = Schemas['Contract'];

export const canBeSigned = (one: Contract): boolean => ['ready', 'viewed', 'returned'].includes(one.state);

export function toneOf(one: Contract): Tone {
  if (one.in_force) return 'good';
  if (canBeSigned(one)) return 'warn';
  return ['signed', 'review'].includes(one.state) ? 'main' : 'neutral';
}

export const stages = ['to_sign', 'with_operator', 'in_force', 'over'] as const;
export type Stage = (typeof stages)[number];

/** Who has to do something about it, or what it is now. */
export function stageOf(one: Contract): Stage {
  if (canBeSigned(one)) return 'to_sign';
  if (one.in_force) return 'in_force';
  return ['draft', 'signed', 'review'].includes(one.state) ? 'with_operator' : 'over';
}

/** What a list is narrowed to; contracts that cover every group belong to each of them. */
export const narrowed = (all: readonly Contract[], stage: string | undefined, group: string | undefined): Contract[] =>
  all.filter((one) => (!stage || stageOf(one) === stage) && (!group || !one.group || one.group === group));

/** The sides that have signed, and when. */
export function signedBy({ signed_at, accepted_at }: Pick<Contract, 'signed_at' | 'accepted_at'>): { party: Schemas['ContractSide']; at: string }[] {
  return [
    ...(signed_at ? [{ party: 'participant' as const, at: signed_at }] : []),
    ...(accepted_at ? [{ party: 'operator' as const, at: accepted_at }] : []),
  ];
}
