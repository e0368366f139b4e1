// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { closeShort, isPrefix, scan, ssccOf, undone, type Around, type Box, type Setup } from './packing';

const kSetup: Setup = { gtin: '04787001000012', size: 3, label: 'scan', prefix: '', next: 1 };
const kCounting: Setup = { ...kSetup, label: 'count', prefix: '14787001' };
const unit = (serial: string) => `010478700100001221${serial}\u001d93abcd`;
const kNothing: Around = { packed: new Set(), labels: new Set() };
const kLabel = '00147800000000000011';

function packed(setup: Setup, scans: string[], around = kNothing) {
  let box: Box = { units: [] };
  let now = setup;
  return scans.map((text) => {
    const step = scan(now, box, around, text);
    box = step.box;
    now = step.setup;
    return step;
  });
}
const outcomes = (setup: Setup, scans: string[], around?: Around) => packed(setup, scans, around).map((step) => step.outcome.is);

test('a full box is closed by its label', () => {
  const steps = packed(kSetup, [unit('a'), unit('b'), unit('c'), kLabel]);
  expect(steps.map((step) => step.outcome.is)).toEqual(['added', 'added', 'added', 'closed']);
  expect(steps.at(-1)?.done).toMatchObject({ label: kLabel, units: [{ text: unit('a') }, { text: unit('b') }, { text: unit('c') }] });
  expect(steps.at(-1)?.box.units).toEqual([]);
});

test('what does not belong into the box stays out', () => {
  expect(outcomes(kSetup, [unit('a'), unit('a')])).toEqual(['added', 'repeated']);
  expect(outcomes(kSetup, ['010478700200001121x'])).toEqual(['wrong_goods']);
  expect(outcomes(kSetup, ['4787001000012', '010478700100001221ф'])).toEqual(['no_code', 'layout']);
  expect(outcomes(kSetup, [unit('a'), unit('b'), unit('c'), unit('d')])).toEqual(['added', 'added', 'added', 'full']);
  expect(outcomes(kSetup, [unit('a')], { ...kNothing, packed: new Set(['010478700100001221a']) })).toEqual(['in_other_box']);
});

test('a box that is not full is closed by its label twice', () => {
  expect(outcomes(kSetup, [unit('a'), kLabel, kLabel])).toEqual(['added', 'ask_again', 'closed_short']);
  expect(outcomes(kSetup, [unit('a'), kLabel, unit('b'), kLabel])).toEqual(['added', 'ask_again', 'added', 'ask_again']);
});

test('a label counts once, and an empty box has none', () => {
  expect(outcomes(kSetup, [kLabel])).toEqual(['nothing_in_it']);
  expect(outcomes(kSetup, [unit('a'), kLabel], { ...kNothing, labels: new Set([kLabel]) })).toEqual(['added', 'label_used']);
});

test('numbers are given out one after another, those that are used are passed over', () => {
  const around = { ...kNothing, labels: new Set([ssccOf('14787001', 1)]) };
  const last = packed(kCounting, [unit('a'), unit('b'), unit('c')], around).at(-1);
  expect(last?.done?.label).toBe(ssccOf('14787001', 2));
  expect(last?.setup.next).toBe(3);
  expect(closeShort(kCounting, { units: [] }, kNothing).outcome.is).toBe('nothing_in_it');
  expect(closeShort(kCounting, { units: [{ text: unit('a'), identity: 'a' }] }, kNothing).outcome).toMatchObject({ is: 'closed_short', count: 1 });
});

test('a group pack with a GTIN of the same article is a label too', () => {
  expect(outcomes(kSetup, [unit('a'), '011478700100001921g', '011478700100001921g'])).toEqual(['added', 'ask_again', 'closed_short']);
});

test('an SSCC has 18 digits and its check digit', () => {
  expect(ssccOf('14780000', 1)).toMatch(/^00\d{18}$/);
  expect(ssccOf('1478000000', 1)).toBe('00147800000000000011');
  expect(isPrefix('123')).toBe(false);
});

test('the last unit comes out again', () => {
  expect(undone({ units: [{ text: 'a', identity: 'a' }, { text: 'b', identity: 'b' }] }).units).toHaveLength(1);
});
