// SPDX-License-Identifier: Apache-2.0
import type { Sound } from '@/ui/scanner/sounds';
import type { Outcome } from './packing';

/** What is heard: whoever packs looks at the goods and not at the screen. */
export function soundOf({ is }: Outcome): Sound {
  if (is === 'added') return 'good';
  if (is === 'closed' || is === 'closed_short') return 'done';
  return is === 'repeated' || is === 'in_other_box' || is === 'ask_again' ? 'repeated' : 'bad';
}
export const toneOf = (outcome: Outcome): 'good' | 'warn' | 'bad' => ({ good: 'good', done: 'good', repeated: 'warn', bad: 'bad' } as const)[soundOf(outcome)];
