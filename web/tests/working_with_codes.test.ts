// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { dayFromNow, kCast, kReaders, newBox, type Country } from './cast';
import { Company } from './company';
import { Visitor, type Wishes } from './visitor';

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, one] of visitors.splice(0).entries()) await one.end(`${at} ${task.name}`);
});
async function come(country: Country, company: RegExp, wishes: Wishes): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites')[country], wishes);
  visitors.push(visitor);
  await visitor.signIn(company);
  return visitor;
}

test.each(kReaders)('the codes of an order are applied and introduced: $country $language', async ({ country, language }) => {
  const { importer, declaration } = kCast[country];
  const { order, codes } = await (await Company.of(country, importer.key)).codes(importer.group, importer.gtin, 3, 'IMPORT');
  const visitor = await come(country, importer.name, { language });
  const { page, words } = visitor;
  const accepted = words('documents.outcome.accepted', { accepted: 3 });

  await visitor.go('/documents/new');
  await visitor.looksRight('kinds of work');
  await page.getByRole('link', { name: words('documents.kind.apply') }).last().click();
  await visitor.press(words('documents.to_sign'));
  await visitor.sees(words('documents.codes_needed'));
  await visitor.go(`/documents/new/apply?order=${order}&line=0`);
  await visitor.press(words('documents.take_codes'));
  await visitor.sees(words('ui.codes.count', { count: 3 }));
  await visitor.fillDay(words('documents.field.produced_on'), dayFromNow(-6));
  if (importer.spoils) await visitor.fillDay(words('documents.field.expires_on'), dayFromNow(300));
  await visitor.keeps(dayFromNow(importer.spoils ? 300 : -6));
  await page.reload();
  await visitor.sees(words('ui.codes.count', { count: 3 }));
  await visitor.press(words('documents.try'));
  await visitor.sees(words('documents.trial.accepted', { accepted: 3, refused: 0 }));
  await visitor.looksRight('form with its check');
  await visitor.press(words('documents.to_sign'));
  await visitor.looksRight('what is signed');
  await visitor.confirm(words('documents.sign'));
  await visitor.useKey(importer.name);
  await visitor.arrives(/\/documents\/\d+/);
  await visitor.sees(accepted);
  await visitor.looksRight('an accepted document');

  await visitor.go('/documents/new/introduce');
  const way = await visitor.nameOf('ways', 'import');
  await page.getByRole('combobox', { name: words('documents.field.way') }).fill(way);
  await page.getByRole('option', { name: way }).first().click();
  const area = page.getByLabel(words('ui.codes.area', { field: words('documents.field.codes') }));
  // As a spreadsheet has them, one repeated, one mistyped.
  await area.fill([...codes, codes[0], `01${importer.gtin.slice(0, -1)}1210000000000000`].join('\n').replaceAll('\u001d', '<GS>'));
  await visitor.press(words('ui.codes.add'));
  await visitor.sees(words('ui.codes.last', { added: 3, repeated: 1, flawed: 1 }));
  await visitor.press(words('documents.try'));
  // What this way asks for is said before anything is sent.
  await visitor.sees(words('documents.needed'));
  await visitor.looksRight('a way that asks for a declaration');
  await page.getByLabel(words('documents.field.declaration')).fill(declaration);
  await visitor.press(words('documents.try'));
  await visitor.sees(words('documents.trial.accepted', { accepted: 3, refused: 0 }));
  await visitor.press(words('documents.to_sign'));
  await visitor.confirm(words('documents.sign'));
  await visitor.useKey(importer.name);
  await visitor.arrives(/\/documents\/\d+/);
  await visitor.sees(accepted);
  await visitor.go('/documents?kind=introduce');
  await page.getByRole('row').nth(1).waitFor();
  await visitor.looksRight('archive');
});

test.each(kReaders)('boxes are packed by scanner, through a reload and a lost connection: $country $language', async ({ country, language }) => {
  const { maker } = kCast[country];
  const company = await Company.of(country, maker.key);
  const codes = await company.water(6);
  const boxes = [newBox(), newBox()] as const;
  const visitor = await come(country, maker.name, { language });
  const { page, words } = visitor;
  const count = (text: string) => page.getByTestId('count').filter({ hasText: text }).waitFor();

  await visitor.go('/packing');
  await visitor.press(words('aggregation.set_up'));
  await visitor.press(new RegExp(words('aggregation.goods')));
  await page.getByRole('option').filter({ hasText: maker.gtin }).click();
  await page.getByLabel(words('aggregation.size')).fill('3');
  await visitor.press(words('aggregation.start'));
  await count('0 / 3');
  await visitor.scan(codes[0]!);
  await visitor.scan(codes[0]!);
  await visitor.sees(words('aggregation.told.repeated'));
  await visitor.scan(codes[1]!);
  await count('2 / 3');
  await visitor.looksRight('an open box');

  await page.reload();
  await count('2 / 3');
  await visitor.scan(codes[2]!);
  await page.keyboard.press('Control+z');
  await count('2 / 3');
  await visitor.scan(codes[2]!);
  await visitor.sees(words('aggregation.now_label'));
  await visitor.context.setOffline(true);
  await visitor.scan(boxes[0]);
  await visitor.sees(words('aggregation.told.closed', { count: 3, label: '' }).trim());
  await visitor.sees(words('aggregation.offline'));
  for (const code of codes.slice(3)) await visitor.scan(code);
  await visitor.scan(boxes[1]);
  await visitor.sees(words('aggregation.boxes_of', { count: 2, units: 6 }));
  await visitor.context.setOffline(false);
  await visitor.press(words('aggregation.choose_key'));
  await visitor.useKey(maker.name);
  await expect.poll(() => page.getByText(words('aggregation.state.sent'), { exact: true }).count()).toBe(2);
  await visitor.looksRight('boxes of the shift');
  const tree = await company.ask<{ codes: object[] }>(`/api/v1/codes/tree?code=${boxes[1]}`);
  expect(tree.codes.length).toBe(4);
});

test.each(kReaders)('goods are shipped, and accepted in part by who receives them: $country $language', async ({ country, language }) => {
  const { maker, receiver } = kCast[country];
  const codes = await (await Company.of(country, maker.key)).waterOnSale(6);
  const sender = await come(country, maker.name, { language });
  const { words } = sender;
  await sender.go('/shipments');
  await sender.follow(words('shipments.ship'));
  await sender.page.getByRole('heading', { name: words('documents.kind.ship'), exact: true }).waitFor();
  // The form comes later than its heading: there is nothing before that hears a scanner.
  await sender.page.getByLabel(words('ui.codes.area', { field: words('documents.field.codes') })).waitFor();
  for (const code of codes.slice(0, 3)) await sender.scan(code);
  await sender.page.getByLabel(words('documents.field.receiver')).fill(receiver.taxId);
  await sender.sees(words('ui.codes.count', { count: 3 }));
  await sender.looksRight('a shipment');
  await sender.press(words('documents.to_sign'));
  await sender.confirm(words('documents.sign'));
  await sender.useKey(maker.name);
  await sender.arrives(/\/documents\/\d+/);
  await sender.sees(words('documents.outcome.accepted', { accepted: 3 }));
  const shipment = /documents\/(\d+)/.exec(sender.page.url())?.[1] ?? '';

  const buyer = await come(country, receiver.name, { language });
  await buyer.go('/deliveries');
  await buyer.looksRight('deliveries');
  await buyer.page.getByRole('row').filter({ hasText: shipment }).click();
  await buyer.arrives(/\/deliveries\/\d+/);
  await buyer.sees(words('shipments.accept_all'));
  for (const code of [codes[0]!, codes[1]!, codes[5]!]) await buyer.scan(code);
  await buyer.sees(words('shipments.strange_codes'));
  await buyer.looksRight('what arrived');
  await buyer.press(words('shipments.drop_strange'));
  await buyer.press(words('shipments.accept_listed', { count: 2 }));
  await buyer.sees(words('shipments.answer_about.listed', { count: 2, missing: 1 }));
  await buyer.confirm(words('shipments.sign'));
  await buyer.useKey(receiver.name);
  await buyer.arrives(/\/documents\/\d+/);
  await buyer.sees(words('documents.outcome.accepted', { accepted: 2 }));

  await sender.go(`/shipments?open=${shipment}`);
  await sender.sees(words('shipments.answer_counts', { accepted: 2, returned: 1 }));
  await sender.looksRight('an answered shipment');
});
