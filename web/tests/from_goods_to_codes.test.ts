// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { readBarcodes, prepareZXingModule } from 'zxing-wasm/reader';
import { afterEach, beforeAll, expect, inject, test } from 'vitest';
import { Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

beforeAll(async () => {
  const wasm = readFileSync(new URL('../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url));
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer }, fireImmediately: true });
});

const kCompany = /Togʻ buloq/;
const kGtin = '04787001000012';
const kNew = '04787001000029';

/** What the page lets the browser keep. */
async function kept(name: string | RegExp): Promise<{ name: string; text: string }> {
  const waiting = visitor.page.waitForEvent('download');
  await visitor.press(name);
  const file = await waiting;
  return { name: file.suggestedFilename(), text: readFileSync((await file.path()) ?? '', 'utf8') };
}

test('twelve codes are ordered, fetched, seen on a label, and one of them is followed', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kCompany);
  await visitor.follow('Orders of codes');
  await visitor.sees('No orders yet');
  await visitor.looksRight('no orders');
  await visitor.follow('Order codes');

  await visitor.press(/Product group/);
  await page.getByRole('option', { name: 'Water and soft drinks' }).click();
  await visitor.press('Go on');
  await visitor.sees('Choose: Where the goods come from');
  await page.getByText('Own production').click();
  await page.getByLabel('Number of the production order').fill('PO-17');
  await visitor.looksRight('purpose of an order');
  await visitor.press('Go on');

  // A scanner types the number and Enter; the quantity is next.
  const search = page.getByLabel('Find or scan goods');
  await search.fill(kGtin.slice(1));
  await search.press('Enter');
  await page.getByRole('group', { name: /Sparkling drinking water, 0.5 l/ }).waitFor();
  await page.getByRole('textbox', { name: 'How many codes' }).fill('2');
  await page.getByRole('tab', { name: 'Paste a list' }).click();
  await page.getByRole('textbox', { name: 'GTIN and quantity' }).fill(`${kGtin}\t8\n4787001000012;4\n04787001000013 5\nwater 3\n`);
  await visitor.sees('1 product understood, 2 lines not');
  await visitor.sees('the check digit of the GTIN does not fit');
  await visitor.looksRight('pasted lines');
  await visitor.press('Add 1 product');
  await visitor.sees('1 product, 12 codes');
  // What was typed is kept by the system.
  await visitor.sees('Draft saved');
  await page.reload();
  await visitor.press('Go on');
  await visitor.sees('1 product, 12 codes');
  await visitor.press('Go on');

  await visitor.sees('The system has nothing against this order');
  await visitor.sees('when application is reported');
  await visitor.looksRight('order before the signature');
  await visitor.press('Sign and order');
  await visitor.useKey(kCompany);
  await page.waitForURL(/\/orders\/\d+$/);
  await visitor.sees('The codes are ready');
  await visitor.looksRight('order');

  const packet = await kept('Download 12 codes');
  const codes = packet.text.trim().split('\n');
  expect(packet.name).toMatch(/\.txt$/);
  expect(codes).toHaveLength(12);
  expect(codes.every((code) => code.startsWith(`01${kGtin}21`))).toBe(true);
  await visitor.sees('Fetched 12 of 12');
  await page.getByRole('tab', { name: 'Fetched before' }).click();
  await page.getByRole('row', { name: /№ 1: 1 – 12/ }).waitFor();
  await visitor.looksRight('blocks');
  const again = await kept('Fetch again: block 1');
  expect(again.text).toBe(packet.text);

  // A label shows what the packet has.
  await page.getByRole('tab', { name: 'Labels' }).click();
  await visitor.press('Show the first label');
  const picture = page.getByRole('img', { name: 'Label of code 1' });
  await picture.waitFor();
  await visitor.looksRight('label');
  const png = await picture.screenshot();
  const [read] = await readBarcodes(new Uint8Array(png), { formats: ['DataMatrix'], tryHarder: true, textMode: 'Plain' });
  expect(read?.text).toBe(codes[0]);
  expect(read?.symbologyIdentifier).toBe(']d2');

  // Another file, prepared aside.
  await page.getByRole('tab', { name: 'File of codes' }).click();
  await visitor.press('Prepare a file aside');
  const file = page.getByRole('link', { name: /\d+-0\.txt/ });
  await file.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(readFileSync((await download.path()) ?? '', 'utf8')).toBe(packet.text);

  // The codes of the order; one of them with its check part, as scanned.
  await visitor.follow('Show its codes');
  await page.getByRole('button', { name: /Emitted 12/ }).waitFor();
  await visitor.looksRight('codes of an order');
  await visitor.press('Prepare the file');
  await page.getByRole('link', { name: 'codes.xlsx' }).waitFor();
  await page.getByLabel('Scan, type or paste a code').fill(codes[3]?.replace('\u001d', '<GS>') ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /Data Matrix/ }).waitFor();
  await visitor.sees('As on the goods');
  await visitor.sees('Report that it was put on the goods');
  await page.getByRole('listitem').filter({ hasText: 'Emitted' }).first().waitFor();
  await visitor.looksRight('code');

  // The order leaves the open ones; the word is asked for.
  await page.goBack();
  await visitor.follow('Orders of codes');
  await page.getByRole('row').nth(1).click();
  await visitor.press('Close the order');
  await visitor.sees('nothing is lost');
  await page.getByLabel('To confirm, type: close').fill('close');
  await visitor.looksRight('typed confirmation');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click();
  await visitor.sees('Closed');
});

// The Russian tariff lets the participant choose when to pay; so many codes are more than is on the account.
test('an order that the funds do not cover waits, gets an invoice, and is taken back', async () => {
  visitor = await Visitor.come(inject('sites').ru);
  const { page } = visitor;
  const company = /Луговое молоко/;
  await visitor.signIn(company);
  await visitor.go('/orders/new?gtin=04607001000013');
  await page.getByText('Production in the country').click();
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
  await page.waitForURL(/\/orders\/\d+$/);
  await visitor.sees('The order waits for payment');
  await visitor.press('Make an invoice');
  await visitor.sees(/Invoice .* to be paid by/);
  await visitor.looksRight('order that waits for payment');
  const waiting = page.waitForEvent('download');
  await visitor.press('Download the invoice (PDF)');
  expect((await waiting).suggestedFilename()).toMatch(/\.pdf$/);
  await visitor.press('Take the order back');
  await page.getByLabel('To confirm, type: take back').fill('take back');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click();
  await visitor.sees('Taken back');
});

test('a product is described, corrected where the system objects, published and found', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kCompany);
  await visitor.follow('Own goods');
  await page.getByRole('row', { name: /Sparkling/ }).first().waitFor();
  await visitor.looksRight('goods');
  await visitor.follow('Describe a product');
  await page.getByLabel('GTIN').fill('4787001000022');
  await visitor.press(/Product group/);
  await page.getByRole('option', { name: 'Water and soft drinks' }).click();
  await visitor.press('Go on');
  await visitor.sees('The last digit should be 9');
  await page.getByLabel('GTIN').fill('4787001000029');
  await visitor.press('Go on');
  await page.waitForURL(new RegExp(`/goods/${kNew}/edit`));

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
  expect(await page.getByLabel(/Name in English/).first().inputValue()).toBe('Spring water, 1 l');

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
  await page.waitForURL(new RegExp(`/goods/${kNew}$`));
  await visitor.sees('Published');
  await visitor.sees('Edition 1, version 1');
  await visitor.looksRight('published card');

  await visitor.follow('National catalogue');
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
  const template = await kept('Empty table, CSV');
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
