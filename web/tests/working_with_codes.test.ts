// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { Company } from './company';
import { Visitor } from './visitor';

const kFridge = '04787003000010';
const kWater = '04787001000012';

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const one of visitors.splice(0)) await one.end(task.name);
});
async function come(company: RegExp): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites').uz);
  visitors.push(visitor);
  await visitor.signIn(company);
  return visitor;
}

/** The scanner: keys in quick succession, the separator as Ctrl+], Enter behind them. */
async function shoot(visitor: Visitor, code: string): Promise<void> {
  const keys = [...code].map((key) => (key === '\u001d' ? { key: ']', ctrlKey: true } : { key, ctrlKey: false }));
  await visitor.page.evaluate((all) => {
    for (const one of [...all, { key: 'Enter', ctrlKey: false }])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...one, bubbles: true, cancelable: true }));
  }, keys);
}

const water = async () => {
  const waterworks = await Company.of('uz', 'waterworks');
  const { order, codes } = await waterworks.codes('water', kWater, 6, 'OWN_PRODUCTION');
  return { waterworks, order, codes };
};
const apply = (company: Company, codes: string[]) =>
  company.send({ kind: 'apply', produced_on: '2026-11-20', expires_on: '2027-11-20', country: 'UZ', codes });

test('the codes of an order are applied and introduced', async () => {
  const plant = await Company.of('uz', 'appliance_plant');
  const { order, codes } = await plant.codes('appliances', kFridge, 3, 'IMPORT');
  const visitor = await come(/Uy texnika/);
  const { page } = visitor;

  await visitor.go('/documents/new');
  await visitor.looksRight('kinds of work');
  await page.getByRole('link', { name: /Report of application/ }).click();
  await visitor.press('Look through and sign');
  await visitor.sees('Add at least one code');
  await visitor.go(`/documents/new/apply?order=${order}&line=0`);
  await visitor.press('Add to the list');
  await visitor.sees('3 codes');
  await page.getByLabel('Date of production').fill('2026-11-20');
  await visitor.sees('Draft saved');
  await page.reload();
  await visitor.sees('3 codes');
  expect(await page.getByLabel('Date of production').inputValue()).toBe('20/11/2026');
  await visitor.press('Check without sending');
  await visitor.sees('The document would be accepted');
  await visitor.looksRight('form with its check');
  await visitor.press('Look through and sign');
  await visitor.looksRight('what is signed');
  await visitor.press('Sign and send');
  await visitor.useKey(/Uy texnika/);
  await page.waitForURL(/\/documents\/\d+/);
  await visitor.sees('It names 3 codes');
  await visitor.looksRight('an accepted document');

  await visitor.go('/documents/new/introduce');
  await page.getByRole('combobox', { name: /Way into circulation/ }).fill('Import');
  await page.getByRole('option', { name: /Import/ }).first().click();
  const area = page.getByLabel('Codes: scan, type or paste');
  // As a spreadsheet has them, one repeated, one mistyped.
  await area.fill([...codes, codes[0], '0104787003000011210000000000000'].join('\n').replaceAll('\u001d', '<GS>'));
  await visitor.press('Add');
  await visitor.sees('Added: 3. Repeated: 1. Not understood: 1.');
  await visitor.press('Check without sending');
  await visitor.sees('The document would be rejected');
  await page.getByLabel(/Customs declaration/).fill('26001/261126/0000001');
  await visitor.press('Check without sending');
  await visitor.sees('The document would be accepted');
  await visitor.press('Look through and sign');
  await visitor.press('Sign and send');
  await visitor.useKey(/Uy texnika/);
  await page.waitForURL(/\/documents\/\d+/);
  await visitor.sees('It names 3 codes');
  await visitor.go('/documents?kind=introduce');
  await page.getByRole('row').nth(1).waitFor();
  await visitor.looksRight('archive');
});

test('boxes are packed by scanner, through a reload and a lost connection', async () => {
  const { waterworks, codes } = await water();
  await apply(waterworks, codes);
  const visitor = await come(/Togʻ buloq/);
  const { page } = visitor;
  const count = (text: string) => page.getByTestId('count').filter({ hasText: text }).waitFor();

  await visitor.go('/packing');
  await visitor.press('What is packed');
  await page.getByRole('button', { name: /Goods in the box/ }).click();
  await page.getByRole('option', { name: /0\.5 l/ }).first().click();
  await page.getByLabel('How many make a full box').fill('3');
  await visitor.press('Start packing');
  await count('0 / 3');
  await shoot(visitor, codes[0]!);
  await shoot(visitor, codes[0]!);
  await visitor.sees('Already in this box');
  await shoot(visitor, codes[1]!);
  await count('2 / 3');
  await visitor.looksRight('an open box');

  await page.reload();
  await count('2 / 3');
  await shoot(visitor, codes[2]!);
  await page.keyboard.press('Control+z');
  await count('2 / 3');
  await shoot(visitor, codes[2]!);
  await visitor.sees('The box is full. Scan its label.');
  await visitor.context.setOffline(true);
  await shoot(visitor, '00147870010000000019');
  await visitor.sees('Box closed: 3');
  await visitor.sees('No connection');
  for (const code of codes.slice(3)) await shoot(visitor, code);
  await shoot(visitor, '00147870010000000026');
  await visitor.sees('2 boxes, 6 items');
  await visitor.context.setOffline(false);
  await visitor.press('Choose a key and send');
  await visitor.useKey(/Togʻ buloq/);
  await expect.poll(() => page.getByText('in the system').count(), { timeout: 10_000 }).toBe(2);
  await visitor.looksRight('boxes of the shift');
  const tree = await waterworks.ask<{ codes: object[] }>('/api/v1/codes/tree?code=00147870010000000026');
  expect(tree.codes.length).toBe(4);
});

test('goods are shipped, and accepted in part by who receives them', async () => {
  const { waterworks, codes } = await water();
  await apply(waterworks, codes);
  const sender = await come(/Togʻ buloq/);
  await sender.go('/shipments');
  await sender.follow('Ship goods');
  await sender.page.getByLabel('Receiver').fill('301234552');
  for (const code of codes.slice(0, 3)) await shoot(sender, code);
  await sender.sees('3 codes');
  await sender.press('Look through and sign');
  await sender.press('Sign and send');
  await sender.useKey(/Togʻ buloq/);
  await sender.page.waitForURL(/\/documents\/\d+/);
  await sender.sees('It names 3 codes');
  const shipment = /documents\/(\d+)/.exec(sender.page.url())?.[1] ?? '';

  const receiver = await come(/Katta ombor/);
  await receiver.go('/deliveries');
  await receiver.looksRight('deliveries');
  await receiver.page.getByRole('row').filter({ hasText: shipment }).click();
  await receiver.page.waitForURL(/\/deliveries\/\d+/);
  await receiver.sees('Accept everything announced');
  for (const code of [codes[0]!, codes[1]!, codes[5]!]) await shoot(receiver, code);
  await receiver.sees('Codes that are not of this shipment');
  await receiver.looksRight('what arrived');
  await receiver.press('Take them out of the list');
  await receiver.press('Accept 2 scanned codes');
  await receiver.sees('1 announced and not scanned');
  await receiver.press('Sign and send');
  await receiver.useKey(/Katta ombor/);
  await receiver.page.waitForURL(/\/documents\/\d+/);
  await receiver.sees('carried out');

  await sender.go(`/shipments?open=${shipment}`);
  await sender.sees('Accepted: 2. Returned: 1.');
  await sender.looksRight('an answered shipment');
});
