// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { inBody } from '@/api/whole_numbers';
import type { Company } from './company';
import { ofAnybody, ofMaker, ofReceiver, ofRussian, press, type Panel } from './panels';
import { ofOperator, ofRussianOperator } from './panels_of_operator';
import { thingsToOpen, type Things } from './things_to_open';
import { Visitor } from './visitor';
import { kLooks, kWholeRoundMs } from './wishes';

let things: Things;
let visitor: Visitor | null = null;
beforeAll(async () => {
  things = await thingsToOpen();
});
// The queue is empty again for whoever settles the last one.
afterAll(async () => {
  const said = { kind: 'settle_channel', number: inBody(things.channel), accepted: false, reason: 'The module is not known' };
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
  if (panel.open) await at.looksRight(name, 'uppermost');
  const base = await at.heap;
  for (const said of panel.press ?? []) {
    const ids = typeof said === 'string' ? [said] : said;
    for (const id of ids) await press(id)(at);
    // Most open something, and it may have to be fetched first; others change what is there.
    await at.piles(base).catch(() => undefined);
    await at.looksRight(`${name} ${ids.join(' ')}`, 'uppermost');
    await at.closeTo(base);
  }
  for (const [stage, step] of (panel.stages ?? []).entries()) {
    await step(at);
    await at.looksRight(`${name} ${stage + 1}`, 'uppermost');
  }
}

interface Reader {
  as: Company | null;
  panels: Panel[];
}
const readersOf = {
  uz: (made: Things): Reader[] => [
    { as: null, panels: ofAnybody },
    { as: made.wholesaler, panels: ofReceiver(made) },
    { as: made.operator, panels: ofOperator(made) },
    { as: made.works, panels: ofMaker(made) },
  ],
  ru: (made: Things): Reader[] => [
    { as: made.shoemaker, panels: ofRussian(made) },
    { as: made.russian, panels: ofRussianOperator(made) },
  ],
};

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
  const seen = [...readersOf.uz(things), ...readersOf.ru(things)].flatMap((one) => one.panels);
  const pressed = seen.flatMap((one) => (one.press ?? []).flat());
  const src = new URL('../src/', import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx') && !name.startsWith('ui/'));
  const sources = files.map((name) => ({ name: name.replace(/^features\/|\.tsx$/g, ''), text: readFileSync(new URL(name, src), 'utf8') }));
  const opening = sources.filter(({ text }) => /<(SidePanel|Dialog|ConfirmButton|ReasonButton|TypedConfirmation|Menu|Popover)\b/.test(text));
  expect(opening.map(({ name }) => name).filter((name) => !kInJourneys[name] && !seen.some((one) => one.of === name))).toEqual([]);
  const asked = sources.flatMap(({ text }) => [...text.matchAll(/<(?:ConfirmButton|ReasonButton)\s+label=\{t\('([\w.]+)'\)/g)].map((found) => found[1] ?? ''));
  expect(asked.filter((id) => !kAskedInJourneys[id] && !pressed.includes(id))).toEqual([]);
});

/** Every panel is seen in two looks of four; forms that are alike in one each, and all of it in all twelve. */
const isTurn = ({ alike }: Panel, at: number, turn: number) => Boolean(process.env.TAMGA_ALL_LOOKS) || at % (alike ? 4 : 2) === turn % (alike ? 4 : 2);

const journeys = (['uz', 'ru'] as const).flatMap((country) => kLooks.map((wishes, turn) => ({ country, ...wishes, turn })));

// What opens over a page, and each stage of what is filled in.
test.each(journeys)('$country, $language $theme $size.width', async ({ country, turn, ...wishes }) => {
  visitor = await Visitor.come(inject('sites')[country], wishes);
  const flaws: string[] = [];
  for (const { as, panels } of readersOf[country](things)) {
    await visitor.context.clearCookies();
    await as?.enter(visitor.context);
    await visitor.go('/contacts');
    for (const [at, panel] of panels.entries()) {
      if (!isTurn(panel, at, turn)) continue;
      try {
        await look(visitor, panel, at);
      } catch (flaw) {
        flaws.push(`${panel.of} at ${panel.at}: ${String(flaw)}`);
        await visitor.go('/contacts');
      }
    }
  }
  expect(flaws).toEqual([]);
}, kWholeRoundMs);
