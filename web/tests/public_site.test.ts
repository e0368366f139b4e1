// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, inject, test } from 'vitest';
import { kPublicPages } from './public_pages';
import { kPhone, kWide, Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const all = (['en', 'ru', 'uz'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [kWide, kPhone].map((size) => ({ language, theme, size }))),
);

test.each(all)('pages for everybody: $language $theme $size.width', async (wishes) => {
  visitor = await Visitor.come(inject('sites').uz, wishes);
  for (const path of kPublicPages) {
    await visitor.go(path);
    await visitor.looksRight(path);
    expect(await visitor.page.title()).toMatch(/ · Tamga$/);
  }
});

describe('help', () => {
  test.each([
    ['en', 'print labels', 'Labels and printing'],
    ['ru', 'маркировка упаковок', 'Упаковка'],
    ['uz', "to'lov hisobi", 'Pul va toʻlov hisoblari'],
    ['uz', 'буюртма', 'Kodlarga buyurtma berish'],
  ] as const)('in %s “%s” finds “%s”', async (language, question, title) => {
    visitor = await Visitor.come(inject('sites').uz, { language });
    await visitor.go('/help');
    await visitor.page.getByRole('searchbox').fill(question);
    // The contents name the article too: it was found when it stands among the results.
    await visitor.page.getByRole('region', { name: visitor.words('help.results') }).getByRole('link', { name: title }).first().click();
    await visitor.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.looksRight(title);
    // The question is still there one step back.
    await visitor.page.goBack();
    await expect.poll(() => visitor.page.getByRole('searchbox').inputValue()).toBe(question);
  });

  test('says what to do when nothing is found', async () => {
    visitor = await Visitor.come(inject('sites').uz, { size: kPhone });
    await visitor.go('/help?text=zzzzqqqq');
    await visitor.sees('Nothing was found');
    await visitor.looksRight('nothing found');
  });
});

test('a group shows its price and since when, found by its name', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  await visitor.go('/groups');
  await visitor.page.getByLabel('Name of the group').fill('water');
  await visitor.follow(/Water and soft drinks/);
  await visitor.page.getByRole('heading', { level: 1, name: /Water/ }).waitFor();
  await visitor.sees(/68\.00/);
  await visitor.sees('VAT is added');
});

test('on a phone the sections of the site are behind one button', async () => {
  visitor = await Visitor.come(inject('sites').uz, { size: kPhone });
  await visitor.go('/');
  await visitor.press('Site sections');
  await visitor.looksRight('sections');
  await visitor.page.getByRole('menuitem', { name: 'Help' }).click();
  await visitor.page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
});

test('the status of an application is asked for on the first page', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  await visitor.go('/');
  await visitor.page.getByLabel('Number of the application').fill('X-1');
  await visitor.press('Show');
  await visitor.arrives(/\/application\/X-1/);
});
