// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { Company } from './company';
import { kPhone, Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const kTogBuloq = /Togʻ buloq/;

/** The same person ends the session of this browser from somewhere else. */
async function endSessions(): Promise<void> {
  const elsewhere = await Company.of('uz', 'waterworks');
  await elsewhere.ask('/api/v1/sessions', { method: 'DELETE', headers: { 'Idempotency-Key': crypto.randomUUID() } });
}

test('a session that was ended while a form was filled in: signing in over the page sends what was refused', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  await visitor.go('/developer');
  await visitor.press('Make a key');
  await page.getByLabel('Name').fill('till 9');
  await page.getByText('receipts and refunds of cash registers').click();
  await endSessions();
  await visitor.press('Sign and make');
  await visitor.sees('The session has ended');
  await visitor.looksRight('sign in again');
  await visitor.useKey(kTogBuloq);
  await visitor.sees('It is shown this once');
  await page.getByLabel('Name').waitFor({ state: 'detached' });
  await visitor.press('I have put it away');
  await page.getByRole('row').filter({ hasText: 'till 9' }).waitFor();
});

test('whoever was away is warned, may stay, and finds the form as it was after signing in again', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  await visitor.go('/documents/new/withdraw');
  await page.getByLabel('Primary document').fill('act 17');
  await visitor.keeps('act 17');
  await visitor.idle(29, 'The session is about to end');
  await visitor.press('Stay signed in');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await visitor.idle(31, 'The session has ended');
  // The key is not lent to whoever passes by.
  await page.locator('.key').first().waitFor();
  await visitor.useKey(kTogBuloq);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Primary document').inputValue()).toBe('act 17');
  // The system kept it, too: a reload loses nothing.
  await page.reload();
  await page.getByLabel('Primary document').waitFor();
  expect(await page.getByLabel('Primary document').inputValue()).toBe('act 17');
});

test('days are written as the language writes them, typed, pasted and chosen', async () => {
  visitor = await Visitor.come(inject('sites').uz, { size: kPhone });
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  await page.evaluate(() => localStorage.setItem('tamga.preferences', JSON.stringify({ language: 'ru' })));
  await visitor.go('/documents');
  const from = page.getByRole('textbox').first();
  /** The address is there before what it says is drawn. */
  const shows = (day: string) => expect.poll(() => from.inputValue()).toBe(day);
  expect(await from.getAttribute('placeholder')).toBe('дд.мм.гггг');
  await from.pressSequentially('01.12.2025');
  await visitor.arrives(/from=2025-12-01/);
  await from.fill('2025-11-30');
  await visitor.arrives(/from=2025-11-30/);
  await from.blur();
  await shows('30.11.2025');
  await from.press('ArrowUp');
  await visitor.arrives(/from=2025-12-01/);
  await shows('01.12.2025');
  await from.press('Alt+ArrowDown');
  await page.getByRole('grid', { name: 'декабрь 2025' }).waitFor();
  await visitor.looksRight('calendar');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await visitor.arrives(/from=2025-11-02/);
  await from.fill('31.02.2026');
  await from.blur();
  await visitor.sees('Такой даты нет');
  await visitor.looksRight('no such day');
});

test('a list that is here as a whole is put in order by the names of its columns; contracts are narrowed and kept as a file', async () => {
  visitor = await Visitor.come(inject('sites').uz, { size: kPhone });
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  await visitor.go('/users');
  const head = page.getByRole('columnheader', { name: 'Person' });
  const sort = () => head.getAttribute('aria-sort');
  await head.waitFor();
  expect(await sort()).toBe('none');
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await sort()).toBe('ascending');
  await page.keyboard.press('Enter');
  expect(await sort()).toBe('descending');
  await visitor.looksRight('users in order');
  await visitor.go('/contracts?stage=over');
  await visitor.sees('No contract is like this');
  await visitor.press('Clear all');
  await page.getByRole('row').nth(1).waitFor();
  await visitor.press('Save the table');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /csv/ }).click()]);
  expect(file.suggestedFilename()).toBe('contracts.csv');
});

test('lists are read with the keyboard alone, and the keys are listed', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  await visitor.go('/contracts');
  await page.getByRole('row').nth(2).waitFor();
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'));
  await page.keyboard.press('j');
  expect(await at()).toBe('2');
  await page.keyboard.press('j');
  expect(await at()).toBe('3');
  await page.keyboard.press('k');
  expect(await at()).toBe('2');
  await page.keyboard.press('Enter');
  await visitor.arrives(/\/contracts\/./);
  await page.locator('.paper').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard keys' }).waitFor();
  await visitor.looksRight('list of keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByText('Keys of one letter work').click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  // Settings are the person's: later journeys want their keys.
  await visitor.press('Account');
  await page.getByRole('menuitem', { name: 'Keyboard keys' }).click();
  await page.getByText('Keys of one letter work').click();
  const kept = async () => (await visitor.ask<{ preferences: { looks?: string } }>('/api/v1/me/preferences')).preferences.looks;
  await expect.poll(kept).toContain('"keys":"on"');
});

test('filters under a name of one’s own come back', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  for (const path of ['/documents?status=rejected', '/orders?status=ready', '/codes?status=emitted', '/goods?state=published', '/shipments?state=refused']) {
    await visitor.go(path);
    await visitor.press('Views');
    await page.getByLabel('Name of the view').fill('mine');
    await visitor.press('Keep');
    await page.getByRole('button', { name: 'mine', exact: true }).waitFor();
    await visitor.go(path.split('?')[0] ?? path);
    await visitor.press('Views');
    await page.getByRole('button', { name: 'mine', exact: true }).click();
    await visitor.arrives((url) => url.pathname + url.search === path);
  }
});

test('a list of a hundred thousand rows draws those in sight, and its last row can be reached', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  const kAll = 100_000;
  const kPage = 10_000;
  await page.route('**/api/v1/account/postings?*', async (route) => {
    const before = Number(new URL(route.request().url()).searchParams.get('before') ?? kAll + 1);
    const postings = Array.from({ length: kPage }, (_, at) => ({
      number: String(before - 1 - at),
      at: '2026-11-26T08:00:00Z',
      kind: 'fee',
      amount: (before - 1 - at) * 100,
      debit: 'funds',
      credit: 'fees',
    }));
    const next = before - kPage;
    await route.fulfill({ json: { postings, ...(next > 1 ? { next } : {}) } });
  });
  await visitor.go('/finance');
  const grid = page.getByRole('grid', { name: 'Movements' });
  await grid.getByRole('row').nth(1).click();
  const last = grid.locator('[aria-rowindex="100001"]');
  // Further pages come while one goes down.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('End');
        expect(await grid.getByRole('row').count()).toBeLessThan(60);
        return last.count();
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe(1);
  expect(await grid.getAttribute('aria-rowcount')).toBe('100001');
  expect(await last.evaluate((row) => row === document.activeElement)).toBe(true);
  await page.keyboard.press('Home');
  await grid.locator('[aria-rowindex="2"]').waitFor();
  // Anywhere in between, by the bar alone.
  await grid.evaluate((box) => box.scrollTo(0, 50_000 * 44));
  await grid.locator('[aria-rowindex="50002"]').waitFor();
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
});

test('thirty thousand pasted codes are read aside: counted, repeated ones named, the list is there', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  await visitor.go('/documents/new/withdraw');
  const aside: string[] = [];
  page.on('worker', (worker) => aside.push(worker.url()));
  await page.getByPlaceholder(/Scan, type or paste/).evaluate((field: HTMLTextAreaElement) => {
    const codes = Array.from({ length: 30_000 }, (_, at) => `0104787001000012215${String(at).padStart(12, '0')}\u001d93Abcd`);
    field.value = [...codes, codes[7], codes[9], 'nonsense'].join('\n');
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
  });
  await visitor.sees('30,000 codes');
  expect(aside.some((url) => url.includes('codes.worker'))).toBe(true);
  await page.getByText('2 lines repeat codes and count once').click();
  await visitor.sees('0104787001000012215000000000007');
  await visitor.sees('1 line is not a code and is left out');
  await page.locator('.code-field').getByRole('button', { name: 'Show the list' }).click();
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(1).click();
  await page.keyboard.press('End');
  await grid.locator('[aria-rowindex="30001"]').waitFor();
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await visitor.looksRight('thirty thousand codes');
});

test('what is typed before the list of a field has come is kept, and chosen from when it comes', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(kTogBuloq);
  let come = () => {};
  const asked = new Promise<void>((now) => (come = now));
  await page.route('**/api/v1/dictionaries*', async (route) => {
    await asked;
    await route.continue();
  });
  await visitor.go('/documents/new/withdraw');
  const reason = page.getByRole('combobox', { name: /^Reason/ });
  await reason.pressSequentially('los');
  come();
  const kept = page.waitForResponse((answer) => answer.url().includes('/api/v1/drafts/') && answer.request().method() === 'PUT');
  await page.getByRole('option', { name: /los/i }).first().click();
  expect(await reason.inputValue()).toMatch(/los/i);
  // Nothing of it waits for who opens the form next.
  const { pathname } = new URL((await kept).url());
  const company = await Company.of('uz', 'waterworks');
  await company.ask(pathname, { method: 'DELETE', headers: { 'Idempotency-Key': crypto.randomUUID() } });
});
