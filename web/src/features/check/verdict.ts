// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Checked = Schemas['CheckedCode'];

/** What it means to somebody with the goods in hand: texts `check.verdict.<kind>` and `check.advice.<kind>`. */
export type Verdict =
  | 'on_sale'
  | 'unproven'
  | 'not_yet'
  | 'sold'
  | 'held'
  | 'disputed'
  | 'expired'
  | 'recalled'
  | 'blocked'
  | 'gone'
  | 'forged'
  | 'unknown'
  | 'no_code';

export type Weight = 'good' | 'warn' | 'bad' | 'main';

const kWeights: Record<Verdict, Weight> = {
  on_sale: 'good',
  unproven: 'warn',
  not_yet: 'warn',
  sold: 'warn',
  held: 'warn',
  disputed: 'warn',
  expired: 'bad',
  recalled: 'bad',
  blocked: 'bad',
  gone: 'bad',
  forged: 'bad',
  unknown: 'bad',
  no_code: 'main',
};
export const weightOf = (verdict: Verdict): Weight => kWeights[verdict];

/** What endangers somebody comes before what only stands in the way of a sale. */
export function verdictOf(answer: Checked): Verdict {
  if (!answer.cis) return 'no_code';
  if (answer.tail === 'wrong') return 'forged';
  if (!answer.status) return 'unknown';
  const held = (name: string) => answer.holds.includes(name);
  if (held('recalled')) return 'recalled';
  if (held('blocked')) return 'blocked';
  if (held('expired')) return 'expired';
  if (answer.sale_allowed) return 'on_sale';
  if (answer.status === 'emitted' || answer.status === 'applied') return 'not_yet';
  if (answer.status === 'retired') return 'sold';
  if (answer.status !== 'introduced') return 'gone';
  if (held('disputed')) return 'disputed';
  return answer.reason === 'TAIL_MISSING' ? 'unproven' : 'held';
}

/** How far goods have come: made, put on the goods, in circulation, at a buyer. Null: they left the way. */
export function stageOf(answer: Checked): number | null {
  const at = ['emitted', 'applied', 'introduced', 'retired'].indexOf(answer.status ?? '');
  return at < 0 ? null : at;
}
