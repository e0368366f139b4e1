// SPDX-License-Identifier: Apache-2.0
import { hasCheckDigit, readCode } from '@/ui/codes/read_codes';

// The rules of the packing place: what a scan means for the box that is open. Nothing here knows of screens or of the system.

/** What is packed into what. */
export interface Setup {
  gtin: string;
  /** Units in a full box. */
  size: number;
  /** scan: the label is on the box already and is scanned to close it. count: numbers are given out here, one after another. */
  label: 'scan' | 'count';
  /** Of `count`: extension digit and GS1 prefix of the company, and the next serial reference. */
  prefix: string;
  next: number;
}

export interface Unit {
  text: string;
  identity: string;
}

export interface Box {
  units: Unit[];
  /** The label that was scanned over a box that is not full: once more, and it is closed so. */
  asked?: string;
}

export type Outcome =
  | { is: 'added' | 'closed' | 'closed_short'; count: number; label?: string }
  | { is: 'repeated' | 'in_other_box' | 'wrong_goods' | 'no_code' | 'layout' | 'full' | 'nothing_in_it' | 'label_used' }
  | { is: 'ask_again'; count: number; size: number };

export interface Step {
  outcome: Outcome;
  box: Box;
  /** A box that has just been closed. */
  done?: { label: string; units: Unit[] };
  setup: Setup;
}

/** Serial Shipping Container Code: extension and prefix, serial reference, check digit; 18 digits behind AI 00. */
export function ssccOf(prefix: string, serial: number): string {
  const body = prefix + String(serial).padStart(17 - prefix.length, '0');
  for (let digit = 0; digit < 10; ++digit) if (hasCheckDigit(`${body}${digit}`)) return `00${body}${digit}`;
  throw new Error('no check digit');
}

export const isPrefix = (text: string): boolean => /^\d{8,13}$/.test(text);
export const roomOf = (prefix: string): number => 10 ** (17 - prefix.length) - 1;

export interface Around {
  /** Identities of units in other boxes of the shift. */
  packed: ReadonlySet<string>;
  labels: ReadonlySet<string>;
}

/** One scan at the packing place. */
export function scan(setup: Setup, box: Box, around: Around, text: string): Step {
  const stay = (outcome: Outcome): Step => ({ outcome, box: { ...box, asked: undefined }, setup });
  const code = readCode(text);
  if (code === 'layout') return stay({ is: 'layout' });
  if (typeof code === 'string') return stay({ is: 'no_code' });
  const isLabel = code.form !== 'item' || (code.gtin !== setup.gtin && setup.label === 'scan' && code.gtin?.slice(1, 13) === setup.gtin.slice(1, 13));
  if (isLabel) return setup.label === 'scan' ? labelled(setup, box, around, code.text, code.identity) : stay({ is: 'wrong_goods' });
  if (code.gtin !== setup.gtin) return stay({ is: 'wrong_goods' });
  if (box.units.some((unit) => unit.identity === code.identity)) return stay({ is: 'repeated' });
  if (around.packed.has(code.identity)) return stay({ is: 'in_other_box' });
  if (box.units.length >= setup.size) return stay({ is: 'full' });
  const units = [...box.units, { text: code.text, identity: code.identity }];
  if (setup.label === 'count' && units.length === setup.size) return counted(setup, units, around, 'closed');
  return { outcome: { is: 'added', count: units.length }, box: { units }, setup };
}

/** The box gets the next number that is free. */
function counted(setup: Setup, units: Unit[], around: Around, is: 'closed' | 'closed_short'): Step {
  let next = setup.next;
  while (around.labels.has(ssccOf(setup.prefix, next))) ++next;
  const label = ssccOf(setup.prefix, next);
  return { outcome: { is, count: units.length, label }, box: { units: [] }, done: { label, units }, setup: { ...setup, next: next + 1 } };
}

function labelled(setup: Setup, box: Box, around: Around, label: string, identity: string): Step {
  const stay = (outcome: Outcome): Step => ({ outcome, box: { ...box, asked: undefined }, setup });
  if (around.labels.has(identity)) return stay({ is: 'label_used' });
  const count = box.units.length;
  if (!count) return stay({ is: 'nothing_in_it' });
  const short = count < setup.size;
  if (short && box.asked !== identity) return { outcome: { is: 'ask_again', count, size: setup.size }, box: { ...box, asked: identity }, setup };
  return { outcome: { is: short ? 'closed_short' : 'closed', count, label }, box: { units: [] }, done: { label, units: box.units }, setup };
}

/** Closes a box that is not full, where numbers are given out here. */
export function closeShort(setup: Setup, box: Box, around: Around): Step {
  if (!box.units.length) return { outcome: { is: 'nothing_in_it' }, box, setup };
  return counted(setup, box.units, around, 'closed_short');
}

/** The last unit comes out again. */
export const undone = (box: Box): Box => ({ units: box.units.slice(0, -1) });
