// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { dayFromNow, kCast, kReaders } from './cast';
import { Company } from './company';
import { kPhone, Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const today = dayFromNow(0);

// What was signed is read in words, found by what it is, and asked about; nothing of it is a code of a dictionary.
test.each(kReaders)('documents are found again, read in words and asked about: $country $language', async ({ country, language }) => {
  const { maker } = kCast[country];
  const company = await Company.of(country, maker.key);
  const codes = await company.waterOnSale(3);
  const [gone = '', ...kept] = codes;
  const withdrawal = await company.send({ kind: 'withdraw', reason: 'OWN_USE', primary_document: 'Akt 1', codes: [gone] });
  const refused = await company.judge({ kind: 'withdraw', reason: 'OWN_USE', primary_document: 'Akt 2', codes: [gone] });
  expect(refused.status).toBe('rejected');
  visitor = await Visitor.come(inject('sites')[country], { language });
  const { page, words } = visitor;
  await visitor.signIn(maker.name);
  const rows = page.getByRole('row');

  await visitor.go(`/documents?kind=withdraw&status=rejected&from=${today}&until=${today}`);
  await rows.nth(1).waitFor();
  await visitor.looksRight('archive by result and day');
  const statuses = await rows.filter({ hasText: words('documents.kind.withdraw') }).count();
  expect(statuses).toBeGreaterThan(0);
  expect(await rows.filter({ hasText: words('documents.status.accepted') }).count()).toBe(0);
  await page.getByRole('button', { name: `${words('documents.status.rejected')} ${words('ui.remove_filter')}` }).click();
  await rows.filter({ hasText: words('documents.status.accepted') }).first().waitFor();
  await visitor.go(`/documents?from=${dayFromNow(2)}`);
  await visitor.sees(words('documents.none_so'));

  await visitor.go(`/documents/${withdrawal}`);
  await visitor.sees(await visitor.nameOf('withdrawal_reasons', 'OWN_USE'));
  expect(await page.locator('.facts').getByText('OWN_USE').count()).toBe(0);
  await visitor.looksRight('a withdrawal in words');
  await visitor.follow(words('ui.ask_support'));
  await visitor.arrives(/\/support\/new\?/);
  expect(await page.getByLabel(words('support.value.document')).inputValue()).toBe(withdrawal);
  expect(await page.getByRole('textbox', { name: words('support.subject') }).inputValue()).toContain(withdrawal);
  await visitor.looksRight('a question about a document');

  const { receiver } = kCast[country];
  const other = await Company.of(country, receiver.key);
  const shipment = await company.send({ kind: 'ship', receiver: receiver.taxId, codes: kept });
  const answer = await other.judge({ kind: 'accept', shipment, decision: 'listed', codes: kept.slice(1) });
  await page.context().clearCookies();
  await visitor.signIn(receiver.name);
  await visitor.go(`/documents/${answer.document}`);
  await visitor.sees(words('documents.decision.accept.listed'));
  await visitor.looksRight('an acceptance in words');
});

test('a recall says what of the stock it touches, and shows those codes', async () => {
  const { maker } = kCast.uz;
  const company = await Company.of('uz', maker.key);
  const batch = `R${Date.now()}`;
  const [first = ''] = await company.water(2, batch);
  const recall = await company.send({ kind: 'recall', gtin: maker.gtin, batch, reason: 'Taste', instruction: 'Bring the bottles back to the shop.' });
  visitor = await Visitor.come(inject('sites').uz, { size: kPhone });
  const { page } = visitor;
  await visitor.signIn(maker.name);
  await visitor.go('/recalls');
  await page.getByRole('row').filter({ hasText: `batch ${batch}` }).click();
  await visitor.arrives(new RegExp(`recall=${recall}`));
  await visitor.sees('2 items are with you and in circulation: take them off sale');
  await visitor.looksRight('a recall');
  await visitor.onTop.getByRole('link', { name: 'Show these codes' }).click();
  await visitor.arrives(new RegExp(`batch=${batch}`));
  await page.getByRole('row').filter({ hasText: first.slice(0, 31) }).waitFor();

  await company.send({ kind: 'lift_recall', recall });
  await visitor.go('/recalls');
  await page.getByRole('heading', { name: 'Recalls', level: 1 }).waitFor();
  await visitor.choose(/Which recalls/, 'Ended');
  await page.getByRole('row').filter({ hasText: `batch ${batch}` }).filter({ hasText: 'may be sold again' }).click();
  await visitor.onTop.getByText('The recall has ended').waitFor();
  await visitor.looksRight('a recall that ended');
});

test('codes of tobacco are ordered through a registrar, and what is missing on the account is said', async () => {
  const factory = await Company.of('ru', 'tobacco_factory');
  const operator = await Company.of('ru', kCast.ru.operator.key);
  visitor = await Visitor.come(inject('sites').ru, { language: 'ru' });
  const { page, words } = visitor;
  const begin = async () => {
    await visitor.go('/orders/new');
    await visitor.choose(new RegExp(words('orders.group')), new RegExp(`^${await visitor.nameOfGroup('tobacco')}`));
  };
  // What the sandbox lends is given back.
  const { registrars } = await factory.ask<{ registrars: { number: string }[] }>('/api/v1/registrars');
  for (const { number } of registrars) await factory.ask(`/api/v1/registrars/${number}`, { method: 'DELETE', headers: { 'Idempotency-Key': number } });
  await visitor.signIn(/табачная фабрика/);
  await begin();
  await visitor.sees(words('orders.registrar_needed'));
  await visitor.looksRight('an order without a registrar');

  const connect = async (serial: string) => {
    const asked = { kind: 'apply_registrar', registrar: 'device', serial, model: 'RE-9', software: '5.0', place: 'Цех 1' };
    const { number } = await factory.confirm<{ number: string }>('/api/v1/registrars', asked);
    await operator.confirm(`/api/v1/operator/registrars/${number}`, { kind: 'decide_registrar', number, move: 'confirm' });
  };
  await connect('LINE-1');
  await begin();
  // The only one is chosen already.
  await page.getByRole('button', { name: /RE-9 LINE-1/ }).waitFor();
  await connect('LINE-2');
  await begin();
  await visitor.choose(new RegExp(words('orders.registrar')), 'RE-9 LINE-2');
  await page.getByText(await visitor.nameOf('release_methods', 'PRODUCTION'), { exact: true }).click();
  await visitor.looksRight('an order with a registrar');
  await visitor.press(words('orders.go_on'));
  await page.getByRole('tab', { name: words('orders.by_paste') }).click();
  await page.getByRole('textbox', { name: words('orders.paste'), exact: true }).fill('04607005000019 2000000\n');
  await visitor.press(words('orders.add_lines', { count: 1 }));
  await visitor.press(words('orders.go_on'));
  // Codes of tobacco carry the price: the system says so, and the mistake leads to its field.
  await visitor.follow(new RegExp(`^${words('orders.price')}: `));
  await page.keyboard.type('146.30');
  await expect.poll(() => page.getByRole('textbox', { name: words('orders.price') }).inputValue()).toBe('146.30');
  await visitor.press(words('orders.go_on'));
  await visitor.sees(words('orders.judged_good'));
  await visitor.sees('RE-9 LINE-2');
  await visitor.looksRight('an order that costs more than there is');
  await visitor.follow(words('orders.pay_lacking'));
  await visitor.arrives(/\/finance\?pay=/);
  const sum = new URL(page.url()).searchParams.get('pay') ?? '';
  await expect.poll(() => visitor.onTop.getByRole('textbox').inputValue()).toBe(sum);
  await visitor.looksRight('an invoice over what is missing');
});
