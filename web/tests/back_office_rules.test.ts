// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { dayFromNow, kCast } from './cast';
import { Visitor } from './visitor';

const { operator } = kCast.uz;

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});
async function come(company: RegExp | null, language: 'en' | 'ru' | 'uz' = 'en'): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites').uz, { language });
  visitors.push(visitor);
  if (company) await visitor.signIn(company);
  return visitor;
}

test('a tariff and a mode are decided for a day to come, and everybody sees them', async () => {
  const visitor = await come(operator.name);
  const { page } = visitor;
  await visitor.go('/operator/groups');
  await page.getByRole('row').filter({ hasText: 'Perfume' }).click();
  await visitor.arrives(/\/operator\/groups\/perfumes/);
  await visitor.press('Sign the decision');
  await visitor.sees('Something is to be corrected');
  await visitor.fillDay('From', dayFromNow(0));
  await visitor.choose(/^Pilot|^Mandatory|^As it is|Mode/, 'Pilot');
  await page.getByText('Change the tariff').click();
  await page.getByLabel(/^Price of a code/).fill('seventy');
  await page.getByLabel('Act or order').fill('Order 17 of 2026-11-26');
  await visitor.press('Sign the decision');
  await visitor.sees('Type a price');
  await visitor.looksRight('a decision with mistakes');
  await page.getByLabel(/^Price of a code/).fill('71,50');
  await visitor.choose(/When a code is charged/, 'charged at application');
  // Not for today: the system says so at the field.
  await visitor.press('Sign the decision');
  await visitor.useKey(operator.name);
  await page.getByText(/is to be corrected/).waitFor();
  await visitor.fillDay('From', dayFromNow(40));
  await visitor.press('Sign the decision');
  await visitor.sees('Decided: contracts and prices follow on that day');
  await page.getByRole('listitem').filter({ hasText: '71.50' }).filter({ hasText: 'later' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Order 17 of 2026-11-26' }).waitFor();
  await visitor.looksRight('a group with a decision');

  const reader = await come(null);
  await reader.go('/groups/perfumes');
  await reader.sees(/71\.50/);
  await reader.sees('Order 17 of 2026-11-26');
  await reader.looksRight('public page of the group');
});

test('who answers for a group is set, and stands beside it for everybody', async () => {
  const visitor = await come(operator.name);
  const { page } = visitor;
  await visitor.go('/operator/groups/tobacco');
  await page.getByLabel('Name').fill('Qodirova Lola');
  await page.getByLabel('E-mail').fill('lola@operator.example');
  await page.getByLabel('Telephone').fill('+998 71 200 00 17');
  await visitor.press('Sign and set');
  await visitor.useKey(operator.name);
  await visitor.sees('The manager is set');
  await visitor.go('/operator/groups');
  await page.getByRole('row').filter({ hasText: 'Qodirova Lola' }).waitFor();
  const reader = await come(null);
  await reader.go('/groups/tobacco');
  await reader.sees('Qodirova Lola');
  await reader.sees('lola@operator.example');
});

test('an announcement in three languages is published, read by each in his own, and withdrawn', async () => {
  const visitor = await come(operator.name);
  const { page } = visitor;
  await visitor.go('/operator/announcements');
  await visitor.follow('Publish');
  await visitor.arrives(/announcements\/new/);
  await visitor.press('Sign and publish');
  await visitor.sees('6 things are to be corrected');
  await visitor.looksRight('an announcement with gaps');
  await visitor.choose(/For whom/, 'Everybody');
  await visitor.choose(/Product group/, 'Beer');
  const said = {
    'In Uzbek': ['Yangi talablar', 'Pivo uchun yangi talablar dekabrdan.'],
    'In Russian': ['Новые требования', 'Новые требования к пиву с декабря.'],
    'In English': ['New requirements', 'New requirements for beer since December.'],
  };
  for (const [language, [title = '', text = '']] of Object.entries(said)) {
    const part = page.getByRole('group', { name: language });
    await part.getByLabel('Title').fill(title);
    await part.getByLabel('Text').fill(text);
    await visitor.keeps(text);
  }
  // What was written is there after a reload.
  await page.reload();
  await expect.poll(() => page.getByRole('group', { name: 'In Russian' }).getByLabel('Title').inputValue()).toBe('Новые требования');
  await visitor.press('Sign and publish');
  await visitor.useKey(operator.name);
  await visitor.sees('The announcement is published');
  const row = page.getByRole('row').filter({ hasText: 'New requirements' }).first();
  await row.filter({ hasText: 'Shown' }).waitFor();

  for (const [language, title] of [['uz', 'Yangi talablar'], ['ru', 'Новые требования']] as const) {
    const reader = await come(null, language);
    await reader.go('/news');
    await reader.sees(title);
    await reader.looksRight(`news in ${language}`);
  }
  const participant = await come(/Samo pivo/);
  await participant.go('/notifications');
  await participant.sees('New requirements for beer since December.');

  await row.click();
  await visitor.onTop.getByText('New requirements for beer since December.').waitFor();
  await visitor.looksRight('a published announcement');
  await visitor.press('Withdraw');
  await visitor.confirm('Withdraw');
  await visitor.sees('The announcement is withdrawn');
  const told = participant.page.waitForResponse((answer) => answer.url().endsWith('/api/v1/announcements'));
  await participant.go('/notifications');
  await told;
  await participant.looksRight('notifications without the announcement');
  expect(await participant.page.getByText('New requirements for beer since December.').count()).toBe(0);
});

test('a prefix is assigned to a company, and withdrawn by typing it', async () => {
  const visitor = await come(operator.name);
  const { page } = visitor;
  await visitor.go('/operator/prefixes');
  await visitor.press('Assign a prefix');
  const fill = (label: string, text: string) => visitor.onTop.getByLabel(label, { exact: true }).fill(text);
  await fill('Prefix', '4787001');
  await fill('Tax number', '301234565');
  await fill('Proved by', 'GS1 certificate 55 of 2026-11-02');
  await visitor.confirm('Sign and assign');
  await visitor.useKey(operator.name);
  // It belongs to another company: said in words, nothing is lost.
  await visitor.onTop.getByRole('alert').first().waitFor();
  await visitor.looksRight('a prefix of somebody else');
  await fill('Prefix', '4787077');
  await visitor.confirm('Sign and assign');
  await visitor.sees('Assigned to «Mahalla doʻkoni» MChJ');
  await page.getByRole('row').filter({ hasText: '4787077' }).click();
  await visitor.onTop.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByLabel('To confirm, type: 4787077').waitFor();
  const confirm = visitor.onTop.getByRole('button', { name: 'Withdraw' });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByLabel('To confirm, type: 4787077').fill('4787077');
  await visitor.looksRight('a prefix to be withdrawn');
  await confirm.click();
  await visitor.sees('The prefix is withdrawn');
  await expect.poll(() => page.getByRole('row').filter({ hasText: '4787077' }).count()).toBe(0);
});

test('a list of codes of goods is loaded for a day to come; a faulty one names its line', async () => {
  const visitor = await come(operator.name);
  const { page } = visitor;
  await visitor.go('/operator/classifiers');
  const file = (text: string) => page.locator('input[type=file]').setInputFiles({ name: 'ikpu.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await file('code,name_ru,name_uz\n02201001001000000,Вода,Suv\nnot a code at all,,\n');
  await visitor.sees('02201001001000000,Вода,Suv');
  expect(await page.getByLabel('Classifier', { exact: true }).inputValue()).toBe('ikpu');
  await visitor.fillDay('In force from', dayFromNow(60));
  await visitor.press('Load a list');
  await visitor.useKey(operator.name);
  await page.getByRole('alert').first().waitFor();
  await visitor.looksRight('a list with a mistake');
  await file('code,name_ru,name_uz\n02201001001000000,Вода питьевая,Ichimlik suvi\n02203001001000000,Пиво,Pivo\n');
  await visitor.sees('Вода питьевая');
  await visitor.press('Load a list');
  await visitor.sees('2 entries are loaded');
  await page.getByRole('row').filter({ hasText: 'ikpu' }).filter({ hasText: 'Rahimova' }).waitFor();
  await visitor.looksRight('loaded lists');
});
