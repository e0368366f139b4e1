// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { EimzoProgram } from './eimzo_program';
import { Visitor, type Wishes } from './visitor';

let visitor: Visitor;
let program: EimzoProgram | null = null;
afterEach(async ({ task }) => {
  await program?.stop();
  program = null;
  await visitor.end(task.name);
});

const start = async () =>
  (program = await EimzoProgram.start([
    {
      alias: 'cn=karimov anvar,o="togʻ buloq" mchj,1.2.860.3.16.1.1=301234513,validto=2036.01.01 00:00:00',
      pem: join(inject('folder'), 'uz', 'people', 'waterworks.pem'),
    },
    {
      alias: 'cn=karimov anvar,o="togʻ buloq" mchj,1.2.860.3.16.1.1=301234513,validto=2020.01.01 00:00:00',
      pem: join(inject('folder'), 'uz', 'people', 'waterworks.pem'),
    },
  ]));
/** The cabinet as a site of the internet: pages of this machine itself are asked nothing. */
const asPublicSite = (): Wishes => ({ browser: [`--ip-address-space-overrides=127.0.0.1:${new URL(inject('sites').uz).port}=public`] });

async function openPanel(wishes: Wishes = {}): Promise<void> {
  visitor = await Visitor.come(inject('sites').uz, wishes);
  await visitor.go('/sign-in');
  await visitor.page.getByRole('tab', { name: /E-IMZO/ }).click();
}
const usable = () => visitor.page.locator('.key').filter({ hasNotText: visitor.words('signing.ended') }).getByRole('button');

test('without the program it is told what to do; with it one is in, and a document is signed', async () => {
  await openPanel();
  const { page } = visitor;
  await visitor.press('Look for keys');
  await visitor.sees('The program that signs does not answer');
  await visitor.looksRight('no agent');
  visitor.complaints.length = 0; // the browser's own words about the socket

  const eimzo = await start();
  await visitor.press('Look again');
  await visitor.looksRight('keys of the program');
  // Keys that have ended are shown and cannot be used.
  await page.locator('.key').filter({ hasText: 'Ended' }).waitFor();
  expect(await usable().count()).toBe(1);

  // Whoever closes the window of the password is told nothing, and may go on.
  eimzo.refusal = 'Foydalanuvchi bekor qildi';
  await usable().click();
  await expect.poll(() => eimzo.asked.filter((name) => name === 'load_key').length).toBe(1);
  expect(await page.getByRole('alert').count()).toBe(0);
  eimzo.refusal = 'Parol notoʻgʻri';
  await usable().click();
  await visitor.sees('The password is wrong');
  eimzo.refusal = '';
  await usable().click();
  await visitor.arrives(/\/home/);
  await visitor.sees('301234513');

  // The program was started anew meanwhile: the key is opened once more.
  eimzo.forgetKeys();
  const opened = eimzo.asked.filter((name) => name === 'load_key').length;
  await visitor.follow('Channels');
  await visitor.arrives(/\/channels$/);
  await page.getByRole('button', { name: 'Connect', exact: true }).first().click();
  await page.getByText(/The channel works|has this channel|already/i).first().waitFor();
  await expect.poll(() => eimzo.asked.filter((name) => name === 'create_pkcs7').length).toBeGreaterThan(1);
  expect(eimzo.asked.filter((name) => name === 'load_key').length).toBe(opened + 1);
});

test('who has an identity card in the reader signs in with it', async () => {
  const eimzo = await start();
  eimzo.readers = ['ACS ACR39U'];
  await openPanel();
  await visitor.press('Look for keys');
  await visitor.useKey(/ID card in the reader/);
  await visitor.arrives(/\/home/);
  await visitor.sees('301234513');
});

test('where it is no sandbox, an application is begun when the program that signs has answered', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await page.route('**/api/v1/system', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), sandbox: false } });
  });
  await visitor.go('/register');
  const goOn = page.getByRole('button', { name: visitor.words('registration.go_on') });
  const ask = (again: '' | '_again') => visitor.press(visitor.words(`registration.ask_program${again}`, { name: 'E-IMZO' }));
  await ask('');
  await visitor.sees('The program that signs does not answer');
  expect(await goOn.isDisabled()).toBe(true);
  expect(await page.getByRole('link', { name: 'Install E-IMZO' }).getAttribute('href')).toBe('https://e-imzo.uz/');
  await visitor.looksRight('no program');
  visitor.complaints.length = 0; // the browser's own words about the socket

  const eimzo = await start();
  eimzo.version = '4.9';
  await ask('_again');
  await visitor.sees('E-IMZO 4.9 answers, but is old');
  await visitor.looksRight('an old program');
  await goOn.click();
  await page.getByLabel(visitor.words('registration.email')).waitFor();
});

test('a browser that keeps the site from programs of this computer is told of, with what to press', async () => {
  await start();
  await openPanel(asPublicSite());
  await visitor.press('Look for keys');
  await visitor.sees('The browser does not let this site reach programs on your computer');
  await visitor.sees('allow “apps on this device”');
  expect(await visitor.page.getByText('Your browser will ask').count(), 'it has asked').toBe(0);
  await visitor.looksRight('permission denied');
  expect(program?.asked).toEqual([]);
  // Another way to sign stands beside.
  await visitor.page.getByRole('tab', { name: 'File with a key' }).waitFor();
  visitor.complaints.length = 0; // the browser's own words about the socket
});

test('a browser that lets the site reach programs of this computer finds the keys', async () => {
  await start();
  visitor = await Visitor.come(inject('sites').uz, asPublicSite());
  await visitor.context.grantPermissions(['local-network-access'], { origin: visitor.site });
  await visitor.go('/sign-in');
  await visitor.page.getByRole('tab', { name: /E-IMZO/ }).click();
  await visitor.press('Look for keys');
  await usable().click();
  await visitor.arrives(/\/home/);
  await visitor.sees('301234513');
});
