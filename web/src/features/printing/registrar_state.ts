// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

export const toneOf: Record<Schemas['RegistrarState'], Tone> = {
  applied: 'main',
  active: 'good',
  suspended: 'warn',
  withdrawn: 'neutral',
  refused: 'bad',
};

const kOver: readonly Schemas['RegistrarState'][] = ['withdrawn', 'refused'];

/** Nothing comes of it any more. */
export const isOver = (state: Schemas['RegistrarState']): boolean => kOver.includes(state);
