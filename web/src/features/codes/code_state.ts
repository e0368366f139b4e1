// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

export type CodeStatus = Schemas['CodeStatus'];

export const statuses: readonly CodeStatus[] = ['emitted', 'applied', 'introduced', 'retired', 'written_off', 'disbanded'];

const kTones: Record<string, Tone> = {
  emitted: 'main',
  applied: 'main',
  introduced: 'good',
  retired: 'neutral',
  written_off: 'bad',
  disbanded: 'neutral',
};
export const toneOf = (status: string): Tone => kTones[status] ?? 'neutral';

/** A hold: nothing happens to the code until it is taken away. */
export const holds: readonly string[] = ['blocked', 'in_transit', 'under_customs', 'disputed'];

const kNext: Record<string, readonly string[]> = {
  emitted: ['print', 'apply', 'write_off'],
  applied: ['introduce', 'aggregate', 'write_off'],
  introduced: ['ship', 'aggregate', 'withdraw', 'correct'],
  retired: ['return', 'cancel_withdrawal'],
  written_off: [],
  disbanded: [],
};

/** What the owner may do next: docs/life-cycle.md. Whoever may not is told so by the system when he tries. */
export function nextOf(code: Schemas['OwnedCode']): readonly string[] {
  if (!code.owner || code.marks.some((mark) => mark === 'blocked' || mark === 'under_customs' || mark === 'disputed')) return [];
  if (code.marks.includes('in_transit')) return ['accept', 'cancel_shipment'];
  const transport = !code.gtin;
  if (transport) return code.status === 'introduced' ? ['ship', 'disaggregate', 'reaggregate'] : [];
  return kNext[code.status] ?? [];
}

const kPlaces: Record<string, string> = { accept: '/deliveries', cancel_shipment: '/shipments' };

/** Where it is done: the form has the code already. */
export const placeOf = (job: string, code: string): string => kPlaces[job] ?? `/documents/new/${job}?${new URLSearchParams({ code })}`;

/** As it was looked for, where that is the whole code with its check part; else what the system knows of it. */
export const wholeOf = (asked: string, cis: string): string => (asked.startsWith(cis) ? asked : cis);
