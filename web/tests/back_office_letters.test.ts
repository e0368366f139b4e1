// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, inject, test } from 'vitest';
import { kCast } from './cast';
import { Visitor } from './visitor';

const { operator } = kCast.uz;
const kGone = 'gone@suv.example';

let visitor: Visitor | null = null;
afterEach(async ({ task }) => {
  await visitor?.end(task.name);
  visitor = null;
});

/** A letter that no server wanted: the mail of the sandbox never fails by itself. */
function giveUpOn(address: string): void {
  const store = new DatabaseSync(join(inject('folder'), 'uz', 'store', 'tamga.db'), { timeout: 10_000 });
  const now = Date.now();
  const values = JSON.stringify({ company: ['Buloq suv'], subject: ['Codes'], link: ['https://marking.example/support/1'] });
  store
    .prepare(
      `INSERT INTO letter (idempotency, recipient, language, text_name, content, created_at, state, attempts, next_attempt, finished_at, last_error, message_id, version, subject)
       VALUES (?, ?, 'en', 'ticket_closed', ?, ?, 3, 24, ?, ?, 'MAIL_REFUSED {answer=550 no such mailbox}', '', 1, 'Your ticket was closed: Codes')`,
    )
    .run(`journey ${now}`, address, values, now, now, now);
  store.close();
}

test('a letter that was given up waits for the operator, says why, and is sent again', async () => {
  giveUpOn(kGone);
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(operator.name);
  await visitor.go('/operator');
  await page.getByRole('link', { name: /Letters that were given up 1/ }).click();
  await visitor.arrives(/\/operator\/letters/);
  await page.getByRole('row').filter({ hasText: kGone }).click();
  await visitor.onTop.getByText('550 no such mailbox').waitFor();
  await visitor.onTop.getByText('Your ticket was closed: Codes').waitFor();
  expect(await visitor.onTop.getByText('marking.example/support').count()).toBe(0);
  await visitor.looksRight('a letter that was given up');
  await visitor.onTop.getByRole('button', { name: 'Send again' }).click();
  await visitor.onTop.getByText('Sent', { exact: true }).first().waitFor({ timeout: 30_000 });
  await visitor.looksRight('a letter that was sent after all');
  await page.keyboard.press('Escape');
  await visitor.go(`/operator/letters?to=${kGone}`);
  await page.getByRole('row').filter({ hasText: 'Sent' }).waitFor();
});
