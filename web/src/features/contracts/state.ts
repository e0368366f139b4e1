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
