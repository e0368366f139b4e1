// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { afterEach, expect, inject, test } from 'vitest';
import { Company } from './company';
import { Visitor } from './visitor';

const kMilk = '04607001000013';
const kWater = '04787001000012';

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, one] of visitors.splice(0).entries()) await one.end(`${at} ${task.name}`);
});
async function come(country: 'ru' | 'uz', company: RegExp): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites')[country]);
  visitors.push(visitor);
  await visitor.signIn(company);
  return visitor;
}

const rowOf = (visitor: Visitor, text: string) => visitor.page.getByRole('row').filter({ hasText: text });
const confirm = (visitor: Visitor, name: string) => visitor.page.getByRole('dialog').last().getByRole('button', { name, exact: true }).click();

test('a registrar is asked for, confirmed, suspended with a reason, and taken out of use', async () => {
  const serial = 'LINE-7001';
  const maker = await come('ru', /Прямой шаг/);
  await maker.go('/printing');
  await maker.looksRight('equipment of a maker');
  await maker.follow('Add a registrar');
  await maker.press('Sign and ask');
  await maker.sees('This is needed.');
  await maker.page.getByLabel(/Serial number/).fill(serial);
  await maker.page.getByLabel(/^Model/).fill('RE-9');
  await maker.page.getByLabel(/Version of its software/).fill('5.0');
  await maker.page.getByLabel(/^Site/).fill('Цех 1');
  await maker.keeps('"place":"Цех 1"');
  await maker.page.reload();
  await expect.poll(() => maker.page.getByLabel(/Serial number/).inputValue()).toBe(serial);
  await maker.looksRight('a device is registered');
  await maker.press('Sign and ask');
  await maker.useKey(/Прямой шаг/);
  await maker.arrives(/\/printing\?registrar=/);
  await maker.sees('The operator looks at it');
  await maker.looksRight('a registrar that waits');

  const operator = await come('ru', /учебной маркировки/);
  await operator.go('/operator/registrars');
  await rowOf(operator, serial).click();
  await operator.looksRight('a registrar to decide');
  await operator.press('Confirm');
  await confirm(operator, 'Confirm');
  await operator.useKey(/учебной маркировки/);
  await operator.sees('Decided; the participant is told');
  await operator.go('/operator/registrars?state=active');
  await rowOf(operator, serial).click();
  await operator.press('Suspend');
  await confirm(operator, 'Suspend');
  await operator.sees('Say why');
  await operator.page.getByLabel('Reason').fill('Codes were printed twice');
  await confirm(operator, 'Suspend');
  await operator.useKey(/учебной маркировки/);
  await operator.sees('Decided; the participant is told');

  await maker.page.reload();
  await maker.sees('Codes were printed twice');
  await maker.looksRight('a suspended registrar');
  await maker.press('Take out of use');
  await maker.page.getByLabel(/To confirm, type/).fill('out of use');
  await confirm(maker, 'Take out of use');
  await maker.sees('The registrar is out of use');
  await maker.page.getByText('Show those that are out of use').click();
  await rowOf(maker, serial).waitFor();
});

test('a line reports what it printed, how well, and what was spoiled; the reports tell it', async () => {
  const dairy = await Company.of('ru', 'dairy');
  const { codes } = await dairy.codes('milk', kMilk, 8, 'PRODUCTION');
  await dairy.send({ kind: 'print', production_order: 'PO-17', line: '2', codes });
  const visitor = await come('ru', /Луговое молоко/);
  const { page } = visitor;

  await visitor.go('/documents/new/report_quality');
  await page.getByLabel(/Production order/).fill('PO-17');
  await visitor.press('Look through and sign');
  await visitor.sees('Add at least one code');
  await visitor.press('From the file of a verifier');
  const graded = ['code;grade', ...codes.slice(0, 5).map((code) => `${code};A`), `${codes[5]};F`, `${codes[6]};`].join('\n');
  await page.locator('[role=dialog] input[type=file]').setInputFiles({ name: 'verifier.csv', mimeType: 'text/csv', buffer: Buffer.from(graded) });
  await visitor.sees('1 line has no grade of the list');
  await visitor.looksRight('the file of a verifier');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Codes of grade A · 5' }).waitFor();
  await page.getByRole('tab', { name: 'Codes of grade F · 1' }).click();
  await visitor.looksRight('codes by grade');
  await visitor.press('Look through and sign');
  await visitor.press('Sign and send');
  await visitor.useKey(/Луговое молоко/);
  await visitor.arrives(/\/documents\/\d+/);
  await visitor.sees('It names 6 codes');

  await visitor.go('/documents/new/drop_out');
  await page.getByRole('combobox', { name: /^Reason/ }).fill('Def');
  await page.getByRole('option', { name: /def/i }).first().click();
  await page.getByLabel('Codes: scan, type or paste').fill(codes[5]!.replaceAll('\u001d', '<GS>'));
  await visitor.press('Add');
  await visitor.sees('Added: 1.');
  await visitor.press('Look through and sign');
  await page.getByLabel(/To confirm, type/).fill('annul 1');
  await visitor.looksRight('codes are annulled');
  await visitor.press('Sign and send');
  await visitor.useKey(/Луговое молоко/);
  await visitor.arrives(/\/documents\/\d+/);
  await visitor.sees('It names 1 code');

  await visitor.go('/printing/reports');
  await rowOf(visitor, 'Dropped out').waitFor();
  await page.getByLabel('Production order').fill('PO-17');
  await visitor.press('Find');
  await visitor.sees('Production order: PO-17');
  await rowOf(visitor, 'Graded A').waitFor();
  await expect.poll(() => rowOf(visitor, 'Dropped out').count()).toBe(0);
  await visitor.looksRight('what was printed');

  await visitor.go('/reports');
  await visitor.looksRight('all reports');
  await page.getByRole('main').getByRole('link', { name: /Write-offs and withdrawals/ }).click();
  await rowOf(visitor, 'Drop-out of codes').waitFor();
  await visitor.looksRight('write-offs');
  await visitor.go('/reports/operations?area=production');
  await rowOf(visitor, 'Report of print quality').waitFor();
  await visitor.looksRight('operations');
  await rowOf(visitor, 'Drop-out of codes').click();
  await visitor.arrives(/\/documents\?kind=drop_out/);
  await page.getByRole('row').nth(1).waitFor();
});

test('stock is told by product, narrowed in the address, kept as a view and as a file', async () => {
  const waterworks = await Company.of('uz', 'waterworks');
  await waterworks.codes('water', kWater, 7, 'OWN_PRODUCTION');
  const visitor = await come('uz', /Togʻ buloq/);
  const { page } = visitor;
  await visitor.go('/reports/stock');
  await rowOf(visitor, kWater).waitFor();
  await page.getByLabel('Name or GTIN').fill(kWater);
  await visitor.press('Find');
  await visitor.arrives(/text=04787001000012/);
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  await visitor.looksRight('stock of one product');
  for (const [choice, begins] of [[/Excel/, 'PK'], [/Text/, '\ufeff"Product";"GTIN"']] as const) {
    const [file] = await Promise.all([page.waitForEvent('download'), visitor.press(/Save the table/).then(() => page.getByRole('menuitem', { name: choice }).click())]);
    const kept = readFileSync(await file.path()).toString('utf8');
    expect(kept.startsWith(begins)).toBe(true);
    expect(kept).toContain(kWater);
  }
  await visitor.press('Saved views');
  await page.getByLabel('Name of the view').fill('Water');
  await visitor.press('Keep these filters');
  await page.getByRole('button', { name: 'Water', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await visitor.go('/reports/stock');
  await visitor.press('Saved views');
  await visitor.press('Water');
  await visitor.arrives(/text=04787001000012/);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'By site' }).click();
  await visitor.sees('The profile names no sites');
  await visitor.looksRight('stock by site');
  await visitor.go('/reports/paid');
  await rowOf(visitor, 'Water and soft drinks').waitFor();
  await visitor.looksRight('ordered, paid, used');
});

test('a draft is found on its page, gone on with, and thrown away', async () => {
  const visitor = await come('uz', /Samo pivo/);
  const { page } = visitor;
  await visitor.go('/documents/new/withdraw');
  await page.getByLabel(/^Primary document/).fill('act 17');
  await visitor.keeps('act 17');
  await visitor.go('/documents/drafts');
  await rowOf(visitor, 'Withdrawal from circulation').click();
  await visitor.looksRight('a draft');
  await visitor.press('Go on');
  await visitor.arrives(/\/documents\/new\/withdraw/);
  expect(await page.getByLabel(/^Primary document/).inputValue()).toBe('act 17');
  await visitor.go('/documents/drafts');
  await rowOf(visitor, 'Withdrawal from circulation').click();
  await visitor.press('Throw away');
  await confirm(visitor, 'Throw away');
  await visitor.sees('The draft is gone');
  await visitor.sees('No drafts');
  await visitor.looksRight('no drafts');
});

test('the operator lists a provider, everybody finds it; the making of check parts is seen', async () => {
  const operator = await come('uz', /Oʻquv markirovka/);
  const { page } = operator;
  await operator.go('/operator/providers/new');
  await operator.press('Sign and list');
  await operator.sees('Choose at least one group.');
  await page.getByLabel(/Tax number/).fill('301234552');
  await page.getByLabel(/Region or town/).fill('Toshkent');
  await page.getByLabel(/^Address/).fill('Bunyodkor 7');
  await page.getByLabel(/Whom to ask/).fill('Aziz');
  await page.getByLabel(/E-mail/).fill('print@example.uz');
  await page.getByText('Water and soft drinks').click();
  await operator.looksRight('a provider is listed');
  await operator.press('Sign and list');
  await operator.useKey(/Oʻquv markirovka/);
  await operator.sees('The provider stands in the directory');
  await rowOf(operator, '301234552').waitFor();
  await operator.looksRight('directory');
  await operator.go('/operator/tails');
  await page.getByRole('row').nth(1).click();
  await operator.sees('The seal covers this record');
  await operator.looksRight('a batch of check parts');

  const visitor = await come('uz', /Togʻ buloq/);
  await visitor.go('/printing/providers?group=water');
  await rowOf(visitor, '301234552').click();
  await visitor.sees('Bunyodkor 7');
  await visitor.looksRight('a provider');

  await operator.go('/operator/providers/301234552');
  await operator.press('Take off the directory');
  await confirm(operator, 'Take off the directory');
  await operator.useKey(/Oʻquv markirovka/);
  await operator.sees('The provider is off the directory');
});
