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

/** The sides that have signed, and when. */
export function signedBy({ signed_at, accepted_at }: Pick<Contract, 'signed_at' | 'accepted_at'>): { party: Schemas['ContractSide']; at: string }[] {
  return [
    ...(signed_at ? [{ party: 'participant' as const, at: signed_at }] : []),
    ...(accepted_at ? [{ party: 'operator' as const, at: accepted_at }] : []),
  ];
}
