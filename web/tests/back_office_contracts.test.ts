// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, inject, test } from 'vitest';
import { kCast } from './cast';
import { Visitor } from './visitor';

const { operator, receiver } = kCast.uz;

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});
async function come(company?: RegExp): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites').uz);
  visitors.push(visitor);
  if (company) await visitor.signIn(company);
  return visitor;
}

interface Contract {
  number: string;
  state: string;
  group?: string | null;
}
const contractOf = async (visitor: Visitor, group: string) =>
  (await visitor.ask<{ contracts: Contract[] }>('/api/v1/contracts')).contracts.find((one) => one.group === group);
const becomes = (visitor: Visitor, state: string) =>
  expect.poll(async () => (await contractOf(visitor, 'beer'))?.state).toBe(state);

/** As if the wording had changed since the contract was made: what the rule does not accept by itself. */
function ageWording(number: string): void {
  const store = new DatabaseSync(join(inject('folder'), 'uz', 'store', 'tamga.db'), { timeout: 10_000 });
  store.prepare('UPDATE contract SET template_day = template_day - 1 WHERE number = ?').run(number);
  store.close();
}

async function signContract(visitor: Visitor): Promise<void> {
  await visitor.page.getByText('I have read the contract').click();
  await visitor.press('Sign the contract');
  await visitor.useKey(/Uy texnika/);
  await becomes(visitor, 'review');
  await visitor.sees('Left to a person');
}

test('a contract that the rule leaves to a person is given back with a reason, signed again, and accepted', async () => {
  const visitor = await come(/Uy texnika/);
  const { page } = visitor;
  // Another group in the profile: its contract follows.
  await visitor.go('/profile');
  await visitor.press('Change');
  await visitor.press('Go on');
  await page.getByText('Beer', { exact: true }).click();
  await visitor.press('Go on');
  await page.getByLabel('Code of the bank').waitFor();
  await visitor.press('Go on');
  await visitor.sees('Where goods are made or unpacked.');
  await visitor.press('Go on');
  await visitor.press('Sign the profile');
  await visitor.useKey(/Uy texnika/);
  await visitor.sees('The profile is signed');
  await becomes(visitor, 'ready');
  const number = (await contractOf(visitor, 'beer'))?.number ?? '';
  ageWording(number);
  await visitor.go('/contracts');
  await page.getByRole('row').filter({ hasText: number }).click();
  await visitor.arrives(/\/contracts\/\d+/);
  await signContract(visitor);

  const officer = await come(operator.name);
  await officer.go('/operator/contracts');
  await officer.page.getByRole('row').filter({ hasText: number }).click();
  await officer.onTop.getByText('301234539').waitFor();
  await officer.looksRight('a contract to accept');
  await officer.press('Give back');
  await officer.confirm('Give back');
  await officer.sees('Say why: it will be told');
  await officer.page.getByLabel('Reason').fill('The wording has changed: read it again');
  await officer.looksRight('reason of giving back');
  await officer.confirm('Give back');
  await officer.useKey(operator.name);
  await becomes(visitor, 'returned');
  await expect.poll(() => officer.page.getByRole('row').filter({ hasText: number }).count()).toBe(0);

  await page.reload();
  await visitor.sees('The wording has changed: read it again');
  await visitor.looksRight('a contract that was given back');
  await signContract(visitor);
  await officer.page.reload();
  await officer.page.getByRole('row').filter({ hasText: number }).click();
  await officer.press('Accept');
  await officer.confirm('Accept');
  await officer.useKey(operator.name);
  await becomes(visitor, 'active');
  await page.reload();
  await visitor.sees('Signed by the operator');
});

test('a channel of another operator is asked for, confirmed or refused with a reason', async () => {
  const visitor = await come(receiver.name);
  const { page } = visitor;
  await visitor.go('/channels');
  const ask = async (kind: string, by: RegExp, field: RegExp, known: string) => {
    const card = page.locator('.card').filter({ has: page.getByRole('heading', { name: kind }) });
    await card.locator('button.select').click();
    await page.getByRole('option', { name: by }).click();
    await card.getByRole('button', { name: 'Connect', exact: true }).click();
    await visitor.sees('Give what the operator knows you by');
    await card.getByLabel(field).fill(known);
    await card.getByRole('button', { name: 'Connect', exact: true }).click();
    return card;
  };
  const documents = await ask('Electronic documents', /Didox/, /Tax or personal number/, '301234552');
  await visitor.useKey(receiver.name);
  await documents.getByText('waits for the operator').waitFor();
  const receipts = await ask('Fiscal data', /tax committee/, /Number of the fiscal module/, 'UZ191111111111');
  await receipts.getByText('waits for the operator').waitFor();
  await visitor.looksRight('channels that wait');

  const officer = await come(operator.name);
  await officer.go('/operator');
  await officer.follow(/Channels to confirm/);
  await officer.page.getByRole('row').filter({ hasText: 'Didox' }).click();
  await officer.looksRight('a channel to confirm');
  await officer.press('Confirm');
  await officer.confirm('Confirm');
  await officer.useKey(operator.name);
  await officer.sees('Decided; the participant is told');
  await officer.page.getByRole('row').filter({ hasText: 'UZ191111111111' }).click();
  await officer.press('Refuse');
  await officer.page.getByLabel('Reason').fill('The module is registered for another shop');
  await officer.confirm('Refuse');
  await officer.sees('No channel waits');

  await page.reload();
  await documents.getByText('works', { exact: true }).first().waitFor();
  await receipts.getByText('refused', { exact: true }).waitFor();
  await visitor.sees('The module is registered for another shop');
  await visitor.looksRight('channels that were decided');
});

test('who is not registered yet asks for a contract, and the operator notes what was answered', async () => {
  const visitor = await come();
  const { page } = visitor;
  await visitor.go('/groups/water');
  await page.getByText('Fill the request in').click();
  await visitor.press('Send the request');
  await visitor.sees('5 things are to be corrected');
  await visitor.looksRight('a request with gaps');
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await fill('Company', '«Choy va non» MChJ');
  await fill('Tax number', '301234669');
  await fill('Whom to ask', 'Sodiqova Feruza');
  await fill('E-mail', 'feruza@choy.example');
  await fill('Telephone', '12');
  await visitor.press('Send the request');
  await page.getByText(/is to be corrected/).waitFor();
  await fill('Telephone', '+998 90 123 45 99');
  await visitor.press('Send the request');
  await visitor.sees('The request is sent');
  await visitor.looksRight('a request that was sent');

  const officer = await come(operator.name);
  await officer.go('/operator/contracts/asked');
  await officer.page.getByRole('row').filter({ hasText: 'Choy va non' }).click();
  await officer.onTop.getByText('feruza@choy.example').waitFor();
  await officer.looksRight('a request');
  await officer.press('Note the answer');
  await officer.page.getByLabel('Answer', { exact: true }).fill('Will register this week; the contract was sent by e-mail');
  await officer.confirm('Note the answer');
  await officer.useKey(operator.name);
  await officer.sees('The request is closed');
});
