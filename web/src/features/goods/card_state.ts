// SPDX-License-Identifier: Apache-2.0
import type { Tone } from '@/ui/values';
import type { Card } from './card_queries';

const kTones: Record<string, Tone> = {
  published: 'good',
  moderation: 'main',
  returned: 'warn',
  blocked: 'bad',
  archived: 'neutral',
  replaced: 'neutral',
};
export const toneOf = (state: string): Tone => kTones[state] ?? 'neutral';

/** A card that its owner may change: the others stay as they are. */
export const canBeEdited = (card: Card): boolean =>
  card.state !== 'archived' && !card.blocked_by_operator && card.pending?.state !== 'moderation' && card.state !== 'moderation';
