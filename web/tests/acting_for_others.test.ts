// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { afterEach, expect, inject, test } from 'vitest';
import { kCast, type Country } from './cast';
import { Visitor } from './visitor';

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});
async function come(country: Country, company: RegExp): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites')[country]);
  visitors.push(visitor);
  await visitor.signIn(company);
  return visitor;
}

test('the head gives a power of attorney, sees what it allows, and revokes it for good', async () => {
  const number = `D-${randomUUID().slice(0, 8)}`;
  const head = await come('ru', /Луговое молоко/);
  const { page } = head;
  await head.go('/users/powers');
  await head.press('Give a power');
  const fill = (label: string, text: string) => head.onTop.getByLabel(label, { exact: true }).fill(text);
  await head.confirm('Sign the power');
  await head.sees('4 things are to be corrected');
  await head.looksRight('a power with gaps');
  await fill('Number', number);
  await fill('Representative', 'Климова Ольга Петровна');
  // The number is that of nobody: its check digits are wrong.
  await fill('Personal number', '112-233-445 00');
  await head.onTop.getByText('Ship and accept goods').click();
  await head.confirm('Sign the power');
  await head.useKey(/Луговое молоко/);
  await head.onTop.getByRole('alert').first().waitFor();
  await fill('Personal number', '112-233-445 95');
  await head.confirm('Sign the power');
  await head.sees('The power is given');
  const row = page.getByRole('row').filter({ hasText: number });
  await row.filter({ hasText: 'Valid' }).click();
  await head.onTop.getByText('Ship and accept goods').waitFor();
  await head.looksRight('a power');
  await head.press('Revoke');
  await head.sees('A revoked power cannot be restored.');
  await head.confirm('Revoke');
  await head.sees('The power is revoked');
  await row.filter({ hasText: 'Revoked' }).waitFor();
});

test('a service provider is appointed, orders codes in the name of the other, and is dismissed', async () => {
  const { maker, importer } = kCast.uz;
  const owner = await come('uz', maker.name);
  await owner.go('/users/providers');
  await owner.press('Appoint a provider');
  await owner.onTop.getByLabel('Tax number of the provider').fill('301234539');
  await owner.onTop.getByText('Water and soft drinks').click();
  await owner.looksRight('an appointment');
  await owner.confirm('Sign and appoint');
  await owner.useKey(maker.name);
  await owner.sees('The provider is appointed');

  const provider = await come('uz', importer.name);
  await provider.go('/orders/new');
  await provider.choose(/In whose name/, /Togʻ buloq/);
  await provider.choose(/Product group/, 'Water and soft drinks');
  await provider.page.getByText('Own production', { exact: true }).click();
  await provider.choose(/Who puts the codes/, 'Contract production');
  await provider.press('Go on');
  // The goods of the other, not one's own.
  await provider.page.getByLabel('Find or scan goods').fill('sparkling');
  await provider.press('Add: Sparkling drinking water, 0.5 l');
  await provider.page.getByRole('textbox', { name: 'How many codes' }).fill('3');
  await provider.page.keyboard.press('Tab');
  await provider.press('Go on');
  await provider.sees('The system has nothing against this order');
  await provider.looksRight('an order in the name of another');
  await provider.press('Sign and order');
  await provider.useKey(importer.name);
  await provider.arrives(/\/orders\/\d+$/);
  await provider.sees('The codes are ready');

  await owner.page.getByRole('row').filter({ hasText: 'Uy texnika' }).filter({ hasText: 'In force' }).first().click();
  await owner.looksRight('a mandate');
  await owner.press('End the appointment');
  await owner.confirm('End the appointment');
  await owner.sees('The mandate is ended');
  await expect.poll(() => owner.page.getByRole('row').filter({ hasText: 'Ended' }).count()).toBeGreaterThan(0);
  await provider.go('/users/providers');
  await provider.page.getByRole('row').filter({ hasText: 'Togʻ buloq' }).filter({ hasText: 'Ended' }).first().waitFor();
});
