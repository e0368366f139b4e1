// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Locator } from 'playwright-core';
import { afterEach, beforeAll, expect, inject, test } from 'vitest';
import { kCast } from './cast';
import { Company } from './company';
import { Visitor } from './visitor';

const { operator, maker } = kCast.uz;

let visitor: Visitor | null = null;
beforeAll(async () => {
  const company = await Company.of('uz', maker.key);
  await company.codes('water', maker.gtin, 3, maker.release);
});
afterEach(async ({ task }) => {
  await visitor?.end(task.name);
  visitor = null;
});

/** What somebody does who has the disk, but not the keys. */
function tamper(change: string): void {
  const store = new DatabaseSync(join(inject('folder'), 'uz', 'store', 'tamga.db'), { timeout: 10_000 });
  store.exec(change);
  store.close();
}

test('who changes a record on the disk is found out; when it is as it was, the audit says so', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.signIn(operator.name);
  await visitor.go('/operator/audits');
  const cardOf = (name: string) => page.locator('.card').filter({ has: page.getByRole('heading', { name }) });
  // The system makes some by itself, whenever a day begins.
  const made = async () => (await visitor?.ask<{ audits: { asked_by?: string }[] }>('/api/v1/operator/audits?limit=200'))?.audits.filter((one) => one.asked_by).length ?? 0;
  const audit = async (of: Locator) => {
    const before = await made();
    await of.getByRole('button', { name: 'Audit now' }).click();
    await expect.poll(made).toBeGreaterThan(before);
  };
  const card = cardOf('Check parts of codes');
  await audit(card);
  await card.getByText('Everything fits').waitFor();
  await card.getByRole('button', { name: 'What was read' }).click();
  await visitor.onTop.getByText(/Check parts with key/).waitFor();
  await visitor.looksRight('what an audit of check parts read');
  await page.keyboard.press('Escape');

  tamper('UPDATE tail_batch SET codes = codes + 1 WHERE batch = (SELECT max(batch) FROM tail_batch)');
  await audit(card);
  await card.getByText('Something does not fit').waitFor();
  await card.getByRole('alert').waitFor();
  await visitor.looksRight('an audit that found something');
  await visitor.go('/operator');
  await page.getByRole('link', { name: /Audits that found damage 1/ }).click();
  await visitor.arrives(/\/operator\/audits/);
  await page.getByRole('row').filter({ hasText: 'Something does not fit' }).first().click();
  await visitor.onTop.getByText('TAIL_AUDIT_BROKEN').waitFor();
  await visitor.looksRight('a finding');
  await page.keyboard.press('Escape');

  tamper('UPDATE tail_batch SET codes = codes - 1 WHERE batch = (SELECT max(batch) FROM tail_batch)');
  await audit(card);
  await card.getByText('Everything fits').waitFor();
  await page.getByRole('row').filter({ hasText: 'Something does not fit' }).first().waitFor();

  const journal = cardOf('Journal of operations');
  await audit(journal);
  await page.getByRole('row').filter({ hasText: 'Journal of operations' }).filter({ hasText: 'Rahimova' }).first().click();
  await visitor.onTop.getByText(/^[0-9a-f]{64}$/).first().waitFor();
  await visitor.looksRight('where the chains of the journal end');
});
