// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import type { Company } from './company';
import { ofAnybody, ofMaker, ofReceiver, ofRussian, press, type Panel } from './panels';
import { ofOperator, ofRussianOperator } from './panels_of_operator';
import { thingsToOpen, type Things } from './things_to_open';
import { Visitor } from './visitor';
import { kLooks } from './wishes';

let things: Things;
let visitor: Visitor | null = null;
beforeAll(async () => {
  things = await thingsToOpen();
});
// The queue is empty again for whoever settles the last one.
afterAll(async () => {
  const said = { kind: 'settle_channel', number: things.channel, accepted: false, reason: 'The module is not known' };
  await things.operator.confirm(`/api/v1/operator/channels/${things.channel}`, said);
});
afterEach(async ({ task }) => {
  await visitor?.end(task.name);
  visitor = null;
  // What was half filled in would wait for whoever opens the form next.
  for (const company of [things.works, things.wholesaler, things.operator, things.shoemaker]) await forgetDrafts(company);
});

async function forgetDrafts(company: Company): Promise<void> {
  const { drafts } = await company.ask<{ drafts: { name: string }[] }>('/api/v1/drafts');
  for (const { name } of drafts.filter((one) => one.name !== things.draft))
    await company.ask(`/api/v1/drafts/${encodeURIComponent(name)}`, { method: 'DELETE', headers: { 'Idempotency-Key': crypto.randomUUID() } });
}

/** Opens what this panel has to show, and looks at each. */
async function look(at: Visitor, panel: Panel, entry: number): Promise<void> {
  const name = `${panel.of} ${entry}`;
  await at.closeTo(0);
  await at.walk(panel.at);
  if (panel.open) await at.onTop.waitFor();
  if (panel.open) await at.looksRight(name);
  const base = await at.heap;
  for (const said of panel.press ?? []) {
    const ids = typeof said === 'string' ? [said] : said;
    for (const id of ids) await press(id)(at);
    await at.looksRight(`${name} ${ids.join(' ')}`);
    await at.closeTo(base);
  }
  for (const [stage, step] of (panel.stages ?? []).entries()) {
    await step(at);
    await at.looksRight(`${name} ${stage + 1}`);
  }
}

const readers: { who: string; country: 'ru' | 'uz'; as: (made: Things) => Company | null; panels: (made: Things) => Panel[] }[] = [
  { who: 'anybody', country: 'uz', as: () => null, panels: () => ofAnybody },
  { who: 'maker', country: 'uz', as: (made) => made.works, panels: ofMaker },
  { who: 'receiver', country: 'uz', as: (made) => made.wholesaler, panels: ofReceiver },
  { who: 'operator', country: 'uz', as: (made) => made.operator, panels: ofOperator },
  { who: 'Russian maker', country: 'ru', as: (made) => made.shoemaker, panels: ofRussian },
  { who: 'Russian operator', country: 'ru', as: (made) => made.russian, panels: ofRussianOperator },
];
/** They need what a journey makes with two persons, or an authority that is silent: the journeys named here look at them. */
const kInJourneys: Record<string, string> = {
  'operator_contracts/ContractPanel': 'back_office_contracts',
  'operator_checks/WaitingPanel': 'back_office',
};
const kAskedInJourneys: Record<string, string> = {
  'operator_cards.return': 'back_office',
  'operator_contracts.accept': 'back_office_contracts',
  'operator_contracts.give_back': 'back_office_contracts',
  'operator_contracts.end': 'back_office_contracts',
};

test('no panel is left out', () => {
  const seen = readers.flatMap((one) => one.panels(things));
  const pressed = seen.flatMap((one) => (one.press ?? []).flat());
  const src = new URL('../src/', import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx') && !name.startsWith('ui/'));
  const sources = files.map((name) => ({ name: name.replace(/^features\/|\.tsx$/g, ''), text: readFileSync(new URL(name, src), 'utf8') }));
  const opening = sources.filter(({ text }) => /<(SidePanel|Dialog|ConfirmButton|ReasonButton|TypedConfirmation|Menu|Popover)\b/.test(text));
  expect(opening.map(({ name }) => name).filter((name) => !kInJourneys[name] && !seen.some((one) => one.of === name))).toEqual([]);
  const asked = sources.flatMap(({ text }) => [...text.matchAll(/<(?:ConfirmButton|ReasonButton)\s+label=\{t\('([\w.]+)'\)/g)].map((found) => found[1] ?? ''));
  expect(asked.filter((id) => !kAskedInJourneys[id] && !pressed.includes(id))).toEqual([]);
});

const journeys = readers.flatMap((reader) => kLooks.map((wishes, turn) => ({ ...reader, ...wishes, turn })));

// What opens over a page, and each stage of what is filled in: everything in every second look, and in all of them when all are seen.
test.each(journeys)('$who, $language $theme $size.width', async ({ country, as, panels, turn, ...wishes }) => {
  visitor = await Visitor.come(inject('sites')[country], wishes);
  await as(things)?.enter(visitor.context);
  await visitor.go('/contacts');
  const flaws: string[] = [];
  for (const [at, panel] of panels(things).entries()) {
    if (!process.env.TAMGA_ALL_LOOKS && at % 2 !== turn % 2) continue;
    try {
      await look(visitor, panel, at);
    } catch (flaw) {
      flaws.push(`${panel.of} at ${panel.at}: ${String(flaw)}`);
      await visitor.go('/contacts');
    }
  }
  expect(flaws).toEqual([]);
});
