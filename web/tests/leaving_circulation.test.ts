// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { kCast, kReaders } from './cast';
import { Company } from './company';
import { Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const statusOf = async (company: Company, code: string) =>
  (await company.ask<{ status: string }>(`/api/v1/codes?code=${encodeURIComponent(code)}`)).status;

// What cannot be taken back wants its consequence typed, in the words of the reader; a wrong word opens nothing.
test.each(kReaders)('goods are withdrawn and codes written off by typing what happens: $country $language', async ({ country, language }) => {
  const { maker } = kCast[country];
  const company = await Company.of(country, maker.key);
  const [sold = '', kept = ''] = await company.waterOnSale(2);
  const { codes: spoiled } = await company.codes('water', maker.gtin, 2, maker.release);
  visitor = await Visitor.come(inject('sites')[country], { language });
  const { page, words } = visitor;
  await visitor.signIn(maker.name);

  const fill = async (kind: string, dictionary: string, reason: string, codes: string[], proof: string) => {
    await visitor.go(`/documents/new/${kind}`);
    const name = await visitor.nameOf(dictionary, reason);
    // The list of reasons may come later than the first letter.
    const option = page.getByRole('option', { name, exact: true }).first();
    await expect
      .poll(
        async () => {
          await page.getByRole('combobox', { name: words('documents.field.reason') }).fill('');
          await page.getByRole('combobox', { name: words('documents.field.reason') }).fill(name);
          return option.waitFor({ timeout: 2_000 }).then(() => true, () => false);
        },
        { timeout: 40_000 },
      )
      .toBe(true);
    await option.click();
    await page.getByLabel(words(`documents.field.${proof}`)).fill('Akt 7');
    await page.getByLabel(words('ui.codes.area', { field: words('documents.field.codes') })).fill(codes.join('\n').replaceAll('\u001d', '<GS>'));
    await visitor.press(words('ui.codes.add'));
    await visitor.sees(words('ui.codes.count', { count: codes.length }));
    await visitor.press(words('documents.to_sign'));
    await visitor.sees(words(`documents.final.${kind}`));
  };
  const signByTyping = async (kind: string, count: number) => {
    const word = words(`documents.final_word.${kind}`, { count });
    const field = page.getByLabel(words('ui.type_to_confirm', { word }));
    const sign = visitor.onTop.getByRole('button', { name: words('documents.sign') });
    expect(await sign.isDisabled()).toBe(true);
    await field.fill(words(`documents.final_word.${kind}`, { count: count + 1 }));
    expect(await sign.isDisabled()).toBe(true);
    await visitor.looksRight(`${kind} before it is typed`);
    // As people type: capital letters, any apostrophe.
    await field.fill(word.toUpperCase().replace(/[ʻʼ]/g, "'"));
    await sign.click();
    await visitor.useKey(maker.name);
    await visitor.arrives(/\/documents\/\d+/);
    await visitor.sees(words('documents.outcome.accepted', { accepted: count }));
  };

  await fill('withdraw', 'withdrawal_reasons', 'OWN_USE', [sold], 'primary_document');
  await signByTyping('withdraw', 1);
  expect(await statusOf(company, sold)).toBe('retired');
  expect(await statusOf(company, kept)).toBe('introduced');
  await fill('write_off', 'write_off_reasons', 'KM_SPOILED', spoiled, 'act');
  await signByTyping('write_off', 2);
  expect(await statusOf(company, spoiled[0] ?? '')).toBe('written_off');
});
