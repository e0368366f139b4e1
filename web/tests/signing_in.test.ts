// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const people = (country: 'ru' | 'uz') => join(inject('folder'), country, 'people');

test('with a file: a wrong password is told, the right one opens the cabinet', async () => {
  visitor = await Visitor.come(inject('sites').ru);
  const { page } = visitor;
  await visitor.go('/sign-in');
  await page.getByRole('tab', { name: /File with a key/ }).click();
  await page.locator('input[type=file]').setInputFiles(join(people('ru'), 'dairy.p12'));
  await page.getByLabel('Password of the file').fill('other');
  await visitor.press('Open');
  await visitor.sees('The password is wrong');
  await page.getByLabel('Password of the file').fill('tamga');
  await visitor.press('Open');
  await page.locator('.key').getByRole('button').click();
  await visitor.arrives(/\/home/);

  const [cookie] = await visitor.context.cookies();
  expect(cookie).toMatchObject({ name: 'tamga-ru', httpOnly: true, sameSite: 'Strict' });
  // The way that was used last stands first the next time.
  await visitor.press(/Account/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await visitor.arrives((url) => url.pathname === '/');
  await visitor.go('/sign-in');
  expect(await page.getByRole('tab').first().textContent()).toContain('File with a key');
});

test('who is not signed in is led to the sign-in and back', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await page.goto(`${visitor.site}/contracts`);
  await visitor.arrives(/\/sign-in\?next=%2Fcontracts/);
  await visitor.makeKey(/Togʻ buloq/);
  await page.locator('.key').getByRole('button').click();
  await visitor.arrives(/\/contracts$/);
  await page.getByRole('row').nth(1).waitFor();

  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('prof');
  await page.getByRole('menuitem', { name: 'Contracts' }).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await visitor.arrives(/\/profile$/);
  await visitor.sees('What you said');
});

test('nobody is sent elsewhere after signing in', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.go('/sign-in?next=//elsewhere.example');
  await visitor.makeKey(/Togʻ buloq/);
  await page.locator('.key').getByRole('button').click();
  await visitor.arrives(/\/home$/);
  expect(page.url().startsWith(visitor.site)).toBe(true);
});

test('a session that ended elsewhere is asked for at the next step; whoever leaves the page comes to the sign-in', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(/Togʻ buloq/);
  await page.getByRole('link', { name: 'Contracts' }).first().waitFor();
  await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-Cabinet': '1' } }));
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/contracts"]')?.click());
  await visitor.sees('The session has ended');
  await visitor.press('Leave this page');
  await visitor.arrives(/\/sign-in/);
});

test('the operator has pages of its own, and nobody else sees them', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(/operatori/);
  await visitor.arrives(/\/operator$/);
  await visitor.sees('What waits');
  await visitor.looksRight('operator');
  await visitor.press(/Account/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await visitor.arrives((url) => url.pathname === '/');
  await visitor.signIn(/Togʻ buloq/);
  await page.goto(`${visitor.site}/operator`);
  await visitor.sees('These pages are the operator');
});
