// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { certify } from './certificates';
import { Visitor } from './visitor';

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});

test('an administrator adds a colleague by the certificate; the colleague signs in and does what the role allows', async () => {
  const name = certify({ form: 'uzbek', person: 'Olimova Sevara Botirovna', personId: '41508902001134', organization: '«Togʻ buloq» MChJ', taxId: '301234513' });
  const head = await Visitor.come(inject('sites').uz);
  visitors.push(head);
  const { page } = head;
  await head.signIn(/Togʻ buloq/);
  await head.go('/users');
  await head.follow('Add a user');
  await head.arrives(/\/users\/new$/);
  await head.press('Go on');
  await head.sees('Choose the file of the certificate');
  await page.locator('input[type=file]').setInputFiles(`${name}.pem`);
  await head.sees('Olimova Sevara Botirovna');
  await head.looksRight('certificate of a new user');
  await head.press('Go on');
  await page.getByLabel('E-mail').fill('sevara@waterworks.example');
  await head.press('Go on');
  await head.sees('Choose a role to see');
  await page.getByText('Warehouse').click();
  await head.sees('Ship and accept goods');
  await head.looksRight('roles of a new user');
  await head.press('Go on');
  await head.sees('This is what you sign');
  await head.press('Sign and add');
  await head.useKey(/Togʻ buloq/);
  await head.sees('the invitation is on its way');
  await head.sees('Has not signed in yet');
  await head.looksRight('a user');

  const colleague = await Visitor.come(inject('sites').uz);
  visitors.push(colleague);
  await colleague.signInWith(`${name}.p12`);
  await colleague.arrives(/\/home/);
  await colleague.go('/home');
  await colleague.page.goto(`${colleague.site}/finance`);
  await colleague.sees(/You lack the right “Money/);
  await colleague.sees(/roles: .*Administrator/);

  await head.press('Block');
  await page.getByRole('dialog').last().getByRole('button', { name: 'Block' }).click();
  await page.getByRole('dialog').getByText('Blocked', { exact: true }).first().waitFor();
  await head.follow('What the person did');
  await head.arrives(/\/journal\?user=/);
  await head.sees('Signed in');
  await head.looksRight('journal of a person');
});

test('a key of a program is made by a signature, shown once, and revoked', async () => {
  const head = await Visitor.come(inject('sites').uz);
  visitors.push(head);
  const { page } = head;
  await head.signIn(/Togʻ buloq/);
  await head.go('/developer');
  await head.press('Make a key');
  await page.getByLabel('Name').fill('till 7');
  await head.page.getByText('receipts and refunds of cash registers').click();
  await head.press('Sign and make');
  await head.useKey(/Togʻ buloq/);
  await head.sees('It is shown this once');
  const token = await page.locator('code.token').filter({ hasText: /^tk_/ }).innerText();
  await head.looksRight('a new key');
  await head.press('I have put it away');

  const asked = (path: string) => fetch(inject('sites').uz + path, { headers: { Authorization: `Bearer ${token.trim()}` } });
  expect((await asked('/api/v1/stock')).status).toBe(200);
  expect((await asked('/api/v1/api-keys')).status).toBe(403);
  await head.go('/developer/requests');
  const refused = page.getByRole('row').filter({ hasText: 'PERSON_ONLY' }).filter({ hasText: 'till 7' });
  await expect
    .poll(async () => {
      await head.press('Refresh');
      return refused.count();
    }, { timeout: 15_000 })
    .toBe(1);
  await page.getByRole('row').filter({ hasText: 'GET /api/v1/stock' }).first().waitFor();
  await head.looksRight('the log of requests');
  await page.getByText('Only failed').first().click();
  await head.arrives(/failed=true/);
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'GET /api/v1/stock' }).count()).toBe(0);
  await refused.click();
  await page.getByRole('dialog').last().getByText('GET /api/v1/api-keys').waitFor();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Copy for support' }).waitFor();
  await head.looksRight('a call of a program');

  await head.go('/developer');
  await page.getByRole('row').filter({ hasText: 'till 7' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Revoke' }).click();
  await head.sees('The key is revoked');
});
