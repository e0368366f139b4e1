// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, inject, test } from 'vitest';
import { kCast } from './cast';
import { Company, signed } from './company';
import { letterTo } from './letters';
import { Visitor } from './visitor';

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});
async function come(country: 'ru' | 'uz', company: RegExp): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites')[country]);
  visitors.push(visitor);
  await visitor.signIn(company);
  return visitor;
}

test('an application that the checks could not decide is approved by a person, and the applicant gets the link', async () => {
  const applicant = await Visitor.come(inject('sites').uz);
  visitors.push(applicant);
  await applicant.go('/register');
  await applicant.press('Everything is there');
  await applicant.page.getByLabel('E-mail').fill('head@tanaffus.example');
  await applicant.page.getByLabel('Telephone').fill('+998 90 123 45 69');
  await applicant.page.getByText('I agree to the terms').click();
  await applicant.press('Sign and send');
  await applicant.makeKey(/Tanaffus/);
  await applicant.useKey(/Tanaffus/);
  await applicant.arrives(/\/application\//);
  await applicant.sees('With a person of the operator');

  const operator = await come('uz', /Oʻquv markirovka/);
  await operator.go('/operator/applications');
  await operator.page.getByRole('row').filter({ hasText: 'Tanaffus' }).waitFor();
  await operator.looksRight('queue of applications');
  await operator.page.getByRole('row').filter({ hasText: 'Tanaffus' }).click();
  await operator.sees('head@tanaffus.example');
  await operator.looksRight('an application');
  await operator.onTop.getByRole('button', { name: 'Approve' }).click();
  await operator.onTop.getByRole('button', { name: 'Approve' }).click();
  await operator.useKey(/Oʻquv markirovka/);
  await operator.sees('The decision is signed and told');
  expect(await letterTo('uz', 'head@tanaffus.example', /\/confirm\//)).toContain('/confirm/');
  await applicant.page.reload();
  await applicant.sees('Approved');
});

const kCard = {
  gtin: '04787002000028',
  group: 'beer',
  level: 'UNIT',
  attributes: [
    { id: 'name_ru', value: 'Пиво тёмное, 0,5 л' },
    { id: 'name_uz', value: 'Toʻq pivo, 0,5 l' },
    { id: 'brand', value: 'Samo' },
    { id: 'tn_ved', value: '2203001000' },
    { id: 'ikpu', value: '02203001001000000' },
    { id: 'origin', value: 'UZ' },
    { id: 'producer', value: 'Samo pivo' },
    { id: 'composition', value: 'Suv, solod, xmel' },
    { id: 'net_amount', value: '0.5', unit: 'l' },
    { id: 'strength', value: '4.5' },
    { id: 'shelf_life', value: '180', unit: 'day' },
  ],
};

test('a card is returned with a remark at its field, corrected, and published', async () => {
  const brewery = await Company.of('uz', 'brewery');
  expect(await brewery.judge({ kind: 'publish_card', card: kCard })).toMatchObject({ status: 'accepted' });

  const operator = await come('uz', /Oʻquv markirovka/);
  await operator.go('/operator/cards');
  await operator.page.getByRole('row').filter({ hasText: kCard.gtin }).click();
  await operator.arrives(new RegExp(`/operator/cards/${kCard.gtin}$`));
  await operator.sees('Suv, solod, xmel');
  await operator.press('Take');
  await operator.useKey(/Oʻquv markirovka/);
  await operator.sees('The card: Waits for a moderator');
  await operator.press(/^Remark: (Ingredients|Composition)/);
  await operator.page.getByLabel(/^What is wrong/).fill('Name the sort of malt');
  await operator.sees('1 remark');
  await operator.looksRight('a card with a remark');
  // What was written is there after a reload.
  await operator.keeps('Name the sort of malt');
  await operator.page.reload();
  await operator.sees('Name the sort of malt');
  await operator.press('Return with remarks');
  await operator.onTop.getByRole('button', { name: 'Return with remarks' }).click();
  await operator.useKey(/Oʻquv markirovka/);
  await operator.sees('Returned with remarks');

  const card = await brewery.ask<{ card: { pending: { remarks: { at: string; text: string }[] } } }>(`/api/v1/cards/${kCard.gtin}`);
  expect(card.card.pending.remarks).toEqual([{ at: '/attributes/7', text: 'Name the sort of malt' }]);
  const owner = await come('uz', /Samo pivo/);
  await owner.go('/home');
  const { cards } = await brewery.ask<{ cards: object[] }>('/api/v1/cards?state=returned');
  await owner.sees(owner.words('home.concern.cards', { count: cards.length }));
  await owner.looksRight('main page with a concern');

  const corrected = { ...kCard, attributes: kCard.attributes.map((one) => (one.id === 'composition' ? { ...one, value: 'Suv, arpa solodi, xmel' } : one)) };
  expect(await brewery.judge({ kind: 'publish_card', card: corrected })).toMatchObject({ status: 'accepted' });
  await operator.go(`/operator/cards/${kCard.gtin}`);
  await operator.sees('Suv, arpa solodi, xmel');
  await operator.press('Publish');
  await operator.onTop.getByRole('button', { name: 'Publish' }).click();
  await operator.useKey(/Oʻquv markirovka/);
  await operator.sees('The card: Published');
});

test('a statement of the bank makes an order ready; an unclear payment waits for a second person', async () => {
  const dairy = await Company.of('ru', 'dairy');
  const ordered = await dairy.judge({
    kind: 'order_codes',
    group: 'milk',
    release_method: 'PRODUCTION',
    pay_at: 'emission',
    lines: [{ gtin: '04607001000013', quantity: 2_000_000 }],
  });
  expect(ordered).toMatchObject({ status: 'accepted' });

  const owner = await come('ru', /Молочный|Молоко|молок/i);
  await owner.go('/home');
  const { orders } = await dairy.ask<{ orders: object[] }>('/api/v1/orders?status=awaiting_payment');
  await owner.sees(owner.words('home.concern.payment', { count: orders.length }));
  await owner.go('/finance');
  await owner.press('Ask for an invoice');
  await owner.page.getByRole('button', { name: /What it is for/ }).click();
  await owner.page.getByRole('option', { name: new RegExp(String(ordered.document)) }).click();
  await owner.onTop.getByRole('button', { name: 'Ask for an invoice' }).click();
  await owner.arrives(/\/finance\/invoices\?invoice=/);
  const title = await owner.onTop.getByRole('heading', { level: 2 }).textContent();
  const number = /TG-[\d-]+/.exec(title ?? '')?.[0] ?? '';
  await owner.looksRight('an invoice');
  const { invoices } = await dairy.ask<{ invoices: { number: string; amount: number }[] }>('/api/v1/invoices');
  const amount = (invoices.find((one) => one.number === number)?.amount ?? 0) / 100;

  const today = new Date().toISOString().slice(0, 10);
  const statement = [
    'date;amount;number;payer_tax_id;payer_name;payer_account;purpose',
    `${today};${amount.toFixed(2)};117;7700041372;Dairy;40702810400000000017;Invoice ${number}`,
    `${today};999.50;9;7728168971;Bakery;40702810400000000025;For codes`,
  ].join('\n');
  const operator = await come('ru', /Оператор учебной/);
  await operator.go('/operator/statement');
  await operator.page.locator('input[type=file]').setInputFiles({ name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from(statement) });
  await operator.sees('CSV with named columns');
  await operator.press('Sign and take in');
  await operator.useKey(/Оператор учебной/);
  await operator.sees('Taken in: 2 new payments');
  await operator.looksRight('a statement that was taken in');

  await expect.poll(async () => (await dairy.ask<{ status: string }>(`/api/v1/orders/${ordered.document}`)).status).toBe('ready');
  await owner.go('/finance');
  await owner.sees('Fee for codes');
  await owner.looksRight('account with movements');
  await owner.go('/notifications');
  await owner.sees(`Codes of order ${ordered.document} are ready`);
  await owner.looksRight('notifications');
  await owner.press('Mark all as read');
  await owner.sees('You have seen everything');

  await operator.follow('To the unclear ones');
  await operator.arrives(/\/operator\/payments$/);
  await operator.page.getByRole('row').filter({ hasText: 'Bakery' }).click();
  await operator.page.getByText('Of nobody here').click();
  await operator.onTop.getByRole('button', { name: 'Sign and propose' }).click();
  await operator.sees('another person has to decide');
  await operator.looksRight('a proposed payment');
});

/** A document of the water works as the store keeps it whose authority did not answer: nobody asks by himself until tomorrow. */
function leaveWaiting(number: number, authority: string): void {
  const { maker } = kCast.uz;
  const body = JSON.stringify({ kind: 'order_codes', group: 'water', release_method: maker.release, lines: [{ gtin: maker.gtin, quantity: 2 }] });
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const came = Date.now();
  const row = {
    document: number,
    authority: 0,
    certificate: digest('session'),
    person: 'Karimov Anvar',
    api_key: '',
    received_at: came,
    key_hash: number,
    idempotency_key: `waits ${number}`,
    request_id: '',
    body_hash: digest(body),
    body: Buffer.concat([Buffer.of(0), Buffer.from(body)]),
    signature: Buffer.from(signed(join(inject('folder'), 'uz', 'people', `${maker.key}.pem`), body, false), 'base64'),
    reason: 'REVOCATION_UNKNOWN',
    next_check_at: Date.now() + 86_400_000,
    checks: 1,
    said_kind: 'order_codes',
    silent: authority,
    asked_at: came,
  };
  const store = new DatabaseSync(join(inject('folder'), 'uz', 'store', 'tamga.db'), { timeout: 10_000 });
  const names = Object.keys(row);
  store
    .prepare(`INSERT INTO waiting_document (participant, ${names.join(', ')}) SELECT participant, ${names.map(() => '?').join(', ')} FROM participant WHERE name LIKE ?`)
    .run(...Object.values(row), '%Togʻ buloq%');
  store.close();
}

test('a document whose authority was silent is asked about again, and judged', async () => {
  leaveWaiting(4_000_001, 'E-imzo Test CA');
  const operator = await come('uz', /Oʻquv markirovka/);
  await operator.go('/operator');
  await operator.page.getByRole('main').getByRole('link', { name: /Documents that wait for a certificate/ }).click();
  await operator.arrives(/\/operator\/documents$/);
  await operator.page.getByRole('row').filter({ hasText: '4000001' }).waitFor();
  await operator.looksRight('documents that wait');
  await operator.page.getByRole('row').filter({ hasText: '4000001' }).click();
  await operator.onTop.getByText('E-imzo Test CA').waitFor();
  await operator.onTop.getByText('Order of codes').waitFor();
  await operator.looksRight('a document that waits');
  await operator.onTop.getByRole('button', { name: 'Ask again now' }).click();
  await operator.onTop.getByText('The document was judged').waitFor();
  await operator.looksRight('a document that was judged');
  await operator.page.keyboard.press('Escape');
  await expect.poll(() => operator.page.getByRole('row').filter({ hasText: '4000001' }).count()).toBe(0);
  const works = await Company.of('uz', kCast.uz.maker.key);
  expect(await works.ask('/api/v1/documents/4000001')).toMatchObject({ kind: 'order_codes', status: 'accepted' });
});

test('participants that are stopped are counted on the first page and listed a step away', async () => {
  const operator = await come('uz', /Oʻquv markirovka/);
  await operator.go('/operator');
  await operator.page.getByRole('link', { name: /Blocked participants/ }).click();
  await operator.arrives(/\/operator\/participants\?standing=blocked/);
  const { stopped } = await operator.ask<{ stopped: { blocked: number } }>('/api/v1/operator/queues');
  if (stopped.blocked) await expect.poll(() => operator.page.getByRole('row').count()).toBe(stopped.blocked + 1);
  else await operator.sees('No participant is in this standing now');
  await operator.choose('Standing', 'In order');
  await operator.page.getByLabel('Tax number or name').fill('buloq');
  await operator.press('Find');
  await operator.page.getByRole('row').filter({ hasText: 'buloq' }).waitFor();
  expect(new URL(operator.page.url()).search).toContain('standing=good');
});
