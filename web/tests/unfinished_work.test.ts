// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { kCast, kReaders } from './cast';
import { Company } from './company';
import { Visitor } from './visitor';

let visitor: Visitor;
let company: Company;
afterEach(async ({ task }) => {
  await visitor.end(task.name);
  await forgetDrafts();
});

/** Nothing of it waits for who opens the form next. */
async function forgetDrafts(): Promise<void> {
  const { drafts } = await company.ask<{ drafts: { name: string }[] }>('/api/v1/drafts');
  for (const { name } of drafts)
    await company.ask(`/api/v1/drafts/${encodeURIComponent(name)}`, { method: 'DELETE', headers: { 'Idempotency-Key': crypto.randomUUID() } });
}

test.each(kReaders)('a form that was begun is never lost to what an address asks for: $country $language', async ({ country, language }) => {
  const { maker } = kCast[country];
  company = await Company.of(country, maker.key);
  await forgetDrafts();
  const [first = '', second = ''] = (await company.waterOnSale(2)).map((code) => encodeURIComponent(code.split('\u001d')[0] ?? ''));
  visitor = await Visitor.come(inject('sites')[country], { language });
  const { page, words } = visitor;
  await visitor.signIn(maker.name);
  const proof = page.getByLabel(words('documents.field.primary_document'));

  // From a code: its form has the code already, once.
  await visitor.go(`/codes/code?code=${first}`);
  await page.getByRole('main').getByRole('link', { name: words('codes.next.withdraw'), exact: true }).click();
  await visitor.sees(words('ui.codes.count', { count: 1 }));
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await proof.fill('Akt 7');
  await visitor.keeps('Akt 7');
  await page.reload();
  await visitor.sees(words('documents.continued'));
  await visitor.sees(words('ui.codes.count', { count: 1 }));

  await visitor.go(`/documents/new/withdraw?code=${second}`);
  await visitor.sees(words('documents.begun_before'));
  await visitor.looksRight('a draft, and something else asked for');
  await visitor.press(words('documents.go_on_with_it'));
  await proof.waitFor();
  expect(await proof.inputValue()).toBe('Akt 7');
  expect(new URL(page.url()).search).toBe('');

  await visitor.go(`/documents/new/withdraw?code=${second}`);
  await visitor.press(words('documents.take_asked'));
  await proof.waitFor();
  expect(await proof.inputValue()).toBe('');
  await visitor.sees(words('ui.codes.count', { count: 1 }));

  // What has to be explained is said before anything is sent.
  const reason = page.getByRole('combobox', { name: words('documents.field.reason') });
  const other = await visitor.nameOf('withdrawal_reasons', 'OTHER');
  await reason.fill(other);
  await page.getByRole('option', { name: other }).first().click();
  await proof.fill('Akt 8');
  await visitor.press(words('documents.to_sign'));
  await visitor.sees(words('documents.needed'));
});

test('an order keeps what was typed through a reload, takes one more product, and is repeated', async () => {
  const { maker } = kCast.uz;
  company = await Company.of('uz', maker.key);
  await forgetDrafts();
  const { order } = await company.codes('water', maker.gtin, 3, maker.release);
  visitor = await Visitor.come(inject('sites').uz);
  const { page, words } = visitor;
  await visitor.signIn(maker.name);
  const quantity = page.getByRole('textbox', { name: words('orders.quantity') }).first();

  await visitor.go(`/orders/new?gtin=${maker.gtin}`);
  await page.getByText(await visitor.nameOf('release_methods', maker.release), { exact: true }).click();
  await visitor.press(words('orders.go_on'));
  await quantity.fill('7');
  await page.keyboard.press('Tab');
  await visitor.keeps('quantity":7');
  await page.reload();
  await visitor.press(words('orders.go_on'));
  await quantity.waitFor();
  expect(await quantity.inputValue()).toBe('7');

  // The same product again changes nothing.
  await visitor.go(`/orders/new?gtin=${maker.gtin}`);
  await visitor.press(words('orders.go_on'));
  await quantity.waitFor();
  expect(await quantity.inputValue()).toBe('7');

  await visitor.go(`/orders/${order}`);
  await visitor.follow(words('orders.repeat'));
  await visitor.sees(words('orders.begun_before'));
  await visitor.looksRight('an order that was begun, and another to be repeated');
  await visitor.press(words('orders.take_asked'));
  await visitor.press(words('orders.go_on'));
  await quantity.waitFor();
  expect(await quantity.inputValue()).toBe('3');
});
