// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { afterEach, expect, inject, test } from 'vitest';
import { kCast } from './cast';
import { Company } from './company';
import { Visitor } from './visitor';

const { operator, maker } = kCast.uz;

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});
async function come(company: RegExp | null): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites').uz);
  visitors.push(visitor);
  if (company) await visitor.signIn(company);
  return visitor;
}
/** What a buyer is told of a code. */
async function reads(buyer: Visitor, code: string, verdict: string): Promise<void> {
  await buyer.page.locator('input.mono').fill(code);
  await buyer.page.keyboard.press('Enter');
  await buyer.page.locator('.verdict').getByRole('heading', { name: verdict }).waitFor();
}
/** Keeps the answer to the document back until the page was looked at. */
async function whileSending(visitor: Visitor, send: () => Promise<void>, look: () => Promise<void>): Promise<void> {
  let letGo = () => {};
  const looked = new Promise<void>((done) => (letGo = done));
  const isDocument = (url: URL) => url.pathname === '/api/v1/documents';
  await visitor.page.route(isDocument, async (route) => {
    if (route.request().method() === 'POST') await looked;
    await route.continue();
  });
  await send();
  await look();
  letGo();
}

test('codes are blocked by an act and set free again; every check says so at once', async () => {
  const codes = await (await Company.of('uz', maker.key)).waterOnSale(30);
  const first = codes[0] ?? '';
  const visitor = await come(operator.name);
  const { page } = visitor;
  await visitor.go('/operator/blocks');
  const area = page.getByLabel('Codes and packages, one a line');
  // As a spreadsheet has them: one repeated, one that was never issued.
  await area.fill([...codes, first, `01${maker.gtin}21NEVER00000000`].join('\n'));
  await visitor.sees('31 codes, 1 repeated');
  await page.getByLabel('Act or order').fill('Order 12 of the sanitary service, 2026-11-26');
  await visitor.press('Sign and block');
  await visitor.sees('31 codes or packages: nobody will be able to sell them.');
  await visitor.looksRight('question before a block');
  await whileSending(
    visitor,
    async () => {
      await visitor.confirm('Sign and block');
      await visitor.useKey(operator.name);
    },
    async () => {
      await page.getByRole('progressbar', { name: '31 codes are being judged' }).waitFor();
      await visitor.looksRight('a block under way');
    },
  );
  await visitor.sees('30 done, 1 refused');
  await page.getByRole('listitem').filter({ hasText: 'NEVER00000000' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'Done in part' }).first().waitFor();
  await visitor.looksRight('blocked in part');

  const buyer = await come(null);
  await buyer.go('/check');
  await reads(buyer, first, 'Blocked by an authority');
  const owner = await come(maker.name);
  await owner.go('/codes/code#' + encodeURIComponent(first));

  await page.getByText('Unblock', { exact: false }).first().click();
  await area.fill(codes.join('\n'));
  await page.getByLabel('Act or order').fill('The sample was clean');
  await visitor.press('Sign and unblock');
  await visitor.confirm('Sign and unblock');
  await visitor.sees('30 done, 0 refused');
  await reads(buyer, first, 'Genuine, and on sale');
});

test('a batch is recalled: a buyer reads what to do, nobody can ship it, until the recall is lifted', async () => {
  const batch = `B-${randomUUID().slice(0, 8)}`;
  const company = await Company.of('uz', maker.key);
  const [code = ''] = await company.water(2, batch);
  const visitor = await come(operator.name);
  const { page } = visitor;
  await visitor.go('/operator/recalls');
  await visitor.press('Declare a recall');
  await visitor.confirm('Sign and declare');
  await visitor.sees('3 things are to be corrected');
  const fill = (label: string, text: string) => visitor.onTop.getByLabel(label).fill(text);
  await fill('GTIN', maker.gtin);
  await visitor.sees('Sparkling drinking water, 0.5 l');
  await fill('Batch', batch);
  await fill('Why', 'Glass was found in a bottle');
  await fill('What to do', 'Do not drink it. Bring it back to the shop.');
  await visitor.looksRight('a recall to be declared');
  await visitor.confirm('Sign and declare');
  await visitor.useKey(operator.name);
  await visitor.sees('The recall is declared');

  const buyer = await come(null);
  await buyer.go('/check');
  await reads(buyer, code, 'Recalled');
  await buyer.sees('Do not drink it. Bring it back to the shop.');
  const refused = await company.judge({ kind: 'ship', receiver: kCast.uz.receiver.taxId, codes: [code] });
  expect(refused.status).toBe('rejected');

  const row = page.getByRole('row').filter({ hasText: batch });
  await row.click();
  await visitor.onTop.getByText('Glass was found in a bottle').waitFor();
  await visitor.onTop.getByText(batch).waitFor();
  await visitor.looksRight('a recall');
  await visitor.press('Lift the recall');
  await visitor.sees('These goods may be sold again from this moment.');
  await visitor.confirm('Lift the recall');
  await visitor.sees('The recall is lifted');
  await reads(buyer, code, 'Genuine, and on sale');
  await row.click();
  await visitor.onTop.getByText(/^Lifted/).waitFor();
});
