// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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
  await page.waitForURL(/\/home/);

  const [cookie] = await visitor.context.cookies();
  expect(cookie).toMatchObject({ name: 'tamga-ru', httpOnly: true, sameSite: 'Strict' });
  // The way that was used last stands first the next time.
  await visitor.press(/Account/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await visitor.go('/sign-in');
  expect(await page.getByRole('tab').first().textContent()).toContain('File with a key');
});

/** Answers as the program on the user's machine does: one message a connection (docs of E-IMZO). */
async function playEimzo(page: Page, pem: string): Promise<void> {
  const sign = (content: Buffer, detached: boolean) =>
    execFileSync('openssl', ['cms', '-sign', '-binary', '-signer', pem, '-outform', 'DER', '-md', 'sha256', ...(detached ? [] : ['-nodetach'])], { input: content }).toString('base64');
  const answer = (asked: { name: string; arguments?: string[] }): object => {
    if (asked.name === 'version') return { success: true, major: '4', minor: '86' };
    if (asked.name === 'list_all_certificates')
      return { success: true, certificates: [{ disk: '/', path: 'DSKEYS', name: 'DS1', alias: 'cn=karimov anvar,o="togʻ buloq" mchj,1.2.860.3.16.1.1=301234513,validto=2036.01.01 00:00:00' }] };
    if (asked.name === 'load_key') return { success: true, keyId: 'k1', type: '1' };
    if (asked.name === 'create_pkcs7') {
      const [content, , detached] = asked.arguments ?? [];
      return { success: true, pkcs7_64: sign(Buffer.from(content ?? '', 'base64'), detached === 'yes') };
    }
    return { success: true };
  };
  await page.routeWebSocket(/^ws:\/\/127\.0\.0\.1:64646\/service\/cryptapi/, (socket) => {
    socket.onMessage((message) => socket.send(JSON.stringify(answer(JSON.parse(message.toString())))));
  });
}

test('with E-IMZO: without the program it is told what to do, with it one is in', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.go('/sign-in');
  await page.getByRole('tab', { name: /E-IMZO/ }).click();
  await visitor.press('Look for keys');
  await visitor.sees('The program that signs does not answer');
  await visitor.looksRight('no agent');
  visitor.complaints.length = 0; // the browser's own words about the socket

  await playEimzo(page, join(people('uz'), 'waterworks.pem'));
  await visitor.press('Look again');
  await page.locator('.key').getByRole('button').click();
  await page.waitForURL(/\/home/);
  await visitor.sees('301234513');
});

test('who is not signed in is led to the sign-in and back', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await page.goto(`${visitor.site}/contracts`);
  await page.waitForURL(/\/sign-in\?next=%2Fcontracts/);
  await visitor.makeKey(/Togʻ buloq/);
  await page.locator('.key').getByRole('button').click();
  await page.waitForURL(/\/contracts$/);
  await page.getByRole('row').nth(1).waitFor();

  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('prof');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/profile$/);
  await visitor.sees('What you said');
});

test('nobody is sent elsewhere after signing in', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.go('/sign-in?next=//elsewhere.example');
  await visitor.makeKey(/Togʻ buloq/);
  await page.locator('.key').getByRole('button').click();
  await page.waitForURL(/\/home$/);
  expect(page.url().startsWith(visitor.site)).toBe(true);
});

test('a session that ended elsewhere is asked for at the next step; whoever leaves the page comes to the sign-in', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(/Togʻ buloq/);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-Cabinet': '1' } }));
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/contracts"]')?.click());
  await visitor.sees('The session has ended');
  await visitor.press('Leave this page');
  await page.waitForURL(/\/sign-in/);
});

test('the operator has pages of its own, and nobody else sees them', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(/operatori/);
  await page.waitForURL(/\/operator$/);
  await visitor.sees('What waits');
  await visitor.looksRight('operator');
  await visitor.press(/Account/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await visitor.signIn(/Togʻ buloq/);
  await page.goto(`${visitor.site}/operator`);
  await visitor.sees('These pages are the operator');
});
