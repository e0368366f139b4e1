// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { kCast } from './cast';
import { certify } from './certificates';
import { Company } from './company';
import { letterTo } from './letters';
import { Visitor } from './visitor';

const { operator } = kCast.uz;
const kToday = new Date().toISOString().slice(0, 10);
const kStatement = [
  'date;amount;number;payer_tax_id;payer_name;payer_account;purpose',
  `${kToday};150000.00;31;301234526;Samo pivo;20208000905123456002;For codes of beer`,
  `${kToday};999.50;32;309999999;Nobody known;20208000905123456077;For codes`,
].join('\n');

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});
async function come(): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites').uz);
  visitors.push(visitor);
  return visitor;
}
const openPayment = async (visitor: Visitor, payer: string) => {
  await visitor.page.getByRole('row').filter({ hasText: payer }).click();
  await visitor.onTop.getByText(payer).first().waitFor();
};

test('what one person of the operator says of a payment, another agrees to or not: then the money is booked', async () => {
  const accountant = certify({ form: 'uzbek', person: 'Hakimova Nargiza Jamolovna', personId: '41907902001186', organization: operator.full, taxId: operator.taxId });
  const brewery = await Company.of('uz', 'brewery');
  const before = await brewery.ask<{ funds: number; owed: number }>('/api/v1/account');

  // The head lets a colleague settle payments.
  const head = await come();
  await head.signIn(operator.name);
  await head.go('/users/new');
  await head.page.locator('input[type=file]').setInputFiles(`${accountant}.pem`);
  await head.sees('Hakimova Nargiza Jamolovna');
  await head.press('Go on');
  await head.page.getByLabel('E-mail').fill('nargiza@operator.example');
  await head.press('Go on');
  await head.page.getByRole('main').getByText(/^Settlements/).click();
  await head.sees('Settlements: tariffs and payments');
  await head.press('Go on');
  await head.press('Sign and add');
  await head.useKey(operator.name);
  await head.sees('the invitation is on its way');
  await letterTo('uz', 'nargiza@operator.example', /./);

  await head.go('/operator/statement');
  await head.page.locator('input[type=file]').setInputFiles({ name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from(kStatement) });
  await head.press('Sign and take in');
  await head.useKey(operator.name);
  await head.sees('Taken in: 2 new payments');
  await head.follow('To the unclear ones');
  await head.arrives(/\/operator\/payments$/);
  await openPayment(head, 'Samo pivo');
  expect(await head.page.getByLabel('Tax number of the participant').inputValue(), 'known by the tax number').toBe('301234526');
  await head.press('Sign and propose');
  await head.sees('another person has to decide');
  expect(await head.onTop.getByRole('button', { name: 'Agree', exact: true }).isDisabled()).toBe(true);
  await head.page.keyboard.press('Escape');
  await openPayment(head, 'Nobody known');
  await head.page.getByText('Of nobody here').click();
  await head.press('Sign and propose');
  await head.sees('another person has to decide');

  // The colleague sees who proposed what, and nothing but the work of settlements.
  const second = await come();
  await second.signInWith(`${accountant}.p12`);
  await second.arrives(/\/operator/);
  await second.sees('Payments that are not clear');
  await second.looksRight('queues of one role');
  await second.follow('Applications');
  await second.sees('You lack the right “Decide applications”');
  await second.page.getByRole('navigation').getByRole('link', { name: /^Payments/ }).click();
  await openPayment(second, 'Samo pivo');
  await second.sees('Proposed: the payment is of «Samo pivo» AJ.');
  await second.onTop.getByText('Rahimova Nilufar Akmalovna').waitFor();
  await second.looksRight('a proposal of somebody else');
  await second.press('Agree');
  await second.confirm('Agree');
  await second.sees('Credited by decision');
  await openPayment(second, 'Nobody known');
  await second.press('Disagree');
  await second.confirm('Disagree');
  await second.page.getByRole('row').filter({ hasText: 'Nobody known' }).filter({ hasText: 'Unclear' }).waitFor();

  const after = await brewery.ask<{ funds: number; owed: number }>('/api/v1/account');
  expect(after.funds - after.owed - (before.funds - before.owed)).toBe(15_000_000);
  const owner = await come();
  await owner.signIn(/Samo pivo/);
  await owner.go('/finance');
  await owner.sees(/150,000\.00/);
  await second.follow('Books');
  await second.sees('The books agree.');
});
