// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const kCompany = /Togʻ buloq/;
const kNew = '04787001000029';

// The Russian tariff lets the participant choose when to pay; so many codes are more than is on the account.
test('an order that the funds do not cover waits, gets an invoice, and is cancelled', async () => {
  visitor = await Visitor.come(inject('sites').ru);
  const { page } = visitor;
  const company = /Луговое молоко/;
  await visitor.signIn(company);
  await visitor.go('/orders/new?gtin=04607001000013');
  await page.getByText('Production in the country').click();
  // The terms of the group come later than the form.
  await page.getByText('When the codes are made').waitFor();
  await visitor.press('Go on');
  await visitor.sees('Choose: When to pay');
  await page.getByText('When the codes are made').click();
  await visitor.press('Go on');
  await page.getByRole('textbox', { name: 'How many codes' }).fill('2000000');
  await page.keyboard.press('Tab');
  await visitor.press('Go on');
  await visitor.sees('The system has nothing against this order');
  await visitor.press('Sign and order');
  await visitor.useKey(company);
  await visitor.arrives(/\/orders\/\d+$/);
  await visitor.sees('The order waits for payment');
  await visitor.press('Make an invoice');
  await visitor.sees(/Invoice .* to be paid by/);
  await visitor.looksRight('order that waits for payment');
  const waiting = page.waitForEvent('download');
  await visitor.press('Download the invoice (PDF)');
  expect((await waiting).suggestedFilename()).toMatch(/\.pdf$/);
  await visitor.press('Cancel the order');
  await page.getByLabel('To confirm, type: cancel').fill('cancel');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click();
  await visitor.sees('Cancelled');
});

test('a product is described, corrected where the system objects, published and found', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kCompany);
  await visitor.follow('Own goods');
  await visitor.arrives(/\/goods$/);
  await page.getByRole('row', { name: /Sparkling/ }).first().waitFor();
  await visitor.looksRight('goods');
  await visitor.follow('Describe a product');
  await visitor.arrives(/\/goods\/new$/);
  await page.getByLabel('GTIN').fill('4787001000022');
  await visitor.choose(/Product group/, 'Water and soft drinks');
  await visitor.press('Go on');
  await visitor.sees('The last digit should be 9');
  await page.getByLabel('GTIN').fill('4787001000029');
  await visitor.press('Go on');
  await visitor.arrives(new RegExp(`/goods/${kNew}/edit`));

  const fill = (label: RegExp, text: string) => page.getByLabel(label).first().fill(text);
  await fill(/Name in Russian/, 'Вода родниковая, 1 л');
  await fill(/Name in Uzbek/, 'Buloq suvi, 1 l');
  await fill(/Name in English/, 'Spring water, 1 l');
  await fill(/Trade mark|Brand/, 'Togʻ buloq');
  await visitor.sees('Draft saved');
  await visitor.press('Sign and publish');
  await visitor.sees('To be filled in');
  await visitor.looksRight('card with what it lacks');
  await page.reload();
  await page.getByLabel(/Name in English/).first().waitFor();
  await expect.poll(() => page.getByLabel(/Name in English/).first().inputValue()).toBe('Spring water, 1 l');

  await fill(/Customs code/, '2201101100');
  await fill(/IKPU/, '02201001001001001');
  await page.getByRole('combobox', { name: /Country/ }).fill('Uzbek');
  await page.getByRole('option', { name: /Uzbekistan/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await fill(/Producer|Maker|Manufacturer/, '«Togʻ buloq» MChJ');
  await fill(/Net /, '1');
  await visitor.press(/Unit/);
  await page.getByRole('option', { name: 'litres', exact: true }).click();
  await visitor.press(/Carbonation/);
  await page.getByRole('option', { name: /still/i }).click();
  await fill(/Shelf life/, '12');
  await page.getByRole('button', { name: /Unit/ }).nth(1).click();
  await page.getByRole('option', { name: 'months', exact: true }).click();
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 600 } });
  await page.locator('input[type=file]').setInputFiles({ name: 'front.png', mimeType: 'image/png', buffer: picture });
  const shown = page.getByRole('img', { name: 'Picture 1' });
  await shown.waitFor();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  await visitor.press('Add a document');
  await visitor.press(/Kind/);
  await page.getByRole('option', { name: /Declaration/ }).click();
  await page.getByLabel('Number', { exact: true }).fill('D-1');
  await page.getByLabel('Given by').fill('UzTest');
  await page.getByLabel('Valid until').fill('2020-01-01');
  await visitor.looksRight('card');
  await visitor.press('Sign and publish');
  // What the system has against a document stands at it, and nothing is signed.
  await page.getByText(/things are to be corrected|is to be corrected/).waitFor();
  await visitor.looksRight('card with a document out of date');
  await page.getByLabel('Valid until').fill('2036-01-01');
  await visitor.sees('Draft saved');
  await visitor.press('Sign and publish');
  await visitor.useKey(kCompany);
  await visitor.arrives(new RegExp(`/goods/${kNew}$`));
  await visitor.sees('Published');
  await visitor.sees('Edition 1, version 1');
  await visitor.looksRight('published card');

  await visitor.follow('National catalogue');
  await visitor.arrives(/\/goods\/catalogue$/);
  await page.getByLabel(/Name, brand/).fill('buloq');
  await page.getByRole('row', { name: /Spring water/ }).click();
  await page.getByRole('dialog', { name: /Spring water/ }).waitFor();
  await visitor.looksRight('product in the catalogue');
  await page.keyboard.press('Escape');
});

test('a table of cards is checked, its flaws are shown by row and column, and its rows become drafts', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kCompany);
  await visitor.go('/goods/import?group=water');
  const template = await visitor.download('Empty table, CSV');
  const columns = template.text.replace(/^\ufeff/, '').split(/\r?\n/)[0]?.split(',') ?? [];
  expect(columns).toContain('gtin');
  const cells: Record<string, string> = { gtin: '04787001000036', level: 'UNIT', name_uz: 'Limonad', name_ru: 'Лимонад' };
  const row = columns.map((column) => cells[column.replaceAll('"', '')] ?? '').join(',');
  await page.locator('input[type=file]').setInputFiles({ name: 'cards.csv', mimeType: 'text/csv', buffer: Buffer.from(`${columns.join(',')}\n${row}\n`) });
  await visitor.sees('1 row read');
  await page.getByRole('grid', { name: 'Flaws of the table' }).waitFor();
  await visitor.looksRight('flaws of a table');
  await visitor.press('Keep as drafts');
  await visitor.sees('1 draft was kept');
  await visitor.follow('To the drafts');
  await page.getByRole('grid', { name: 'Drafts' }).getByRole('row').filter({ hasText: '04787001000036' }).waitFor();
  await visitor.looksRight('drafts');
});
