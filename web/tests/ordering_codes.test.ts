// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { readBarcodes, prepareZXingModule } from 'zxing-wasm/reader';
import { afterEach, beforeAll, expect, inject, test } from 'vitest';
import { kCast, kReaders } from './cast';
import { Visitor } from './visitor';
import { pattern } from './words';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

beforeAll(async () => {
  const wasm = readFileSync(new URL('../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url));
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer }, fireImmediately: true });
});

// Goods are in the catalogue, labels are at the end: ordered by scanner and by a pasted list, fetched, printed, followed.
test.each(kReaders)('twelve codes are ordered, fetched, seen on a label, and one of them is followed: $country $language', async ({ country, language }) => {
  const { maker } = kCast[country];
  visitor = await Visitor.come(inject('sites')[country], { language });
  const { page, words } = visitor;
  const { product } = await visitor.ask<{ product: { name: string } }>(`/api/v1/catalogue/${maker.gtin}`);
  await visitor.signIn(maker.name);
  await visitor.follow(words('orders.title'));
  await visitor.arrives(/\/orders$/);
  await visitor.looksRight('orders');
  await visitor.follow(words('orders.new'));
  await visitor.arrives(/\/orders\/new$/);

  await visitor.choose(new RegExp(words('orders.group')), await visitor.nameOfGroup('water'));
  await visitor.press(words('orders.go_on'));
  await visitor.sees(words('orders.choose', { name: words('orders.release_method') }));
  await page.getByText(await visitor.nameOf('release_methods', maker.release), { exact: true }).click();
  const pays = page.getByText(words('orders.pay_at.application'), { exact: true });
  if (country === 'ru') await pays.click();
  await page.getByLabel(words('orders.production_order')).fill('PO-17');
  await visitor.looksRight('purpose of an order');
  await visitor.press(words('orders.go_on'));

  // A scanner types the number and Enter; the quantity is next.
  const search = page.getByLabel(words('orders.find_product'));
  await search.fill(maker.gtinAsTyped);
  await search.press('Enter');
  await page.getByRole('group', { name: product.name }).waitFor();
  await page.getByRole('textbox', { name: words('orders.quantity') }).fill('2');
  await page.getByRole('tab', { name: words('orders.by_paste') }).click();
  const wrong = `${maker.gtin.slice(0, -1)}${(Number(maker.gtin.slice(-1)) + 1) % 10}`;
  const pasted = `${maker.gtin}\t8\n${maker.gtinAsTyped};4\n${wrong} 5\nwater 3\n`;
  await page.getByRole('textbox', { name: words('orders.paste'), exact: true }).fill(pasted);
  await visitor.sees(words('orders.understood', { good: 1, wrong: 2 }));
  await visitor.sees(words('orders.flaw.digit'));
  await visitor.looksRight('pasted lines');
  await visitor.press(words('orders.add_lines', { count: 1 }));
  const total = words('orders.total', { lines: 1, count: 12, codes: '12' });
  await visitor.sees(total);
  // What was typed is kept by the system.
  await visitor.keeps('"quantity":12');
  await page.reload();
  await visitor.press(words('orders.go_on'));
  await visitor.sees(total);
  await visitor.press(words('orders.go_on'));

  await visitor.sees(words('orders.judged_good'));
  await visitor.sees(words('orders.charge_at.application'));
  await visitor.looksRight('order before the signature');
  await visitor.press(words('orders.sign'));
  await visitor.useKey(maker.name);
  await visitor.arrives(/\/orders\/\d+$/);
  const order = /\d+$/.exec(page.url())?.[0] ?? '';
  await visitor.sees(words('orders.is_ready'));
  await visitor.looksRight('order');

  const packet = await visitor.download(words('orders.download', { count: 12 }));
  const codes = packet.text.trim().split('\n');
  expect(packet.name).toMatch(/\.txt$/);
  expect(codes).toHaveLength(12);
  expect(codes.every((code) => code.startsWith(`01${maker.gtin}21`))).toBe(true);
  await visitor.sees(words('orders.fetched_of', { fetched: 12, count: 12 }));
  await page.getByRole('tab', { name: words('orders.way.blocks') }).click();
  await page.getByRole('row', { name: words('orders.stretch', { block: 1, from: 1, to: 12 }) }).waitFor();
  await visitor.looksRight('blocks');
  const again = await visitor.download(words('orders.fetch_block_again', { block: 1 }));
  expect(again.text).toBe(packet.text);

  // A label shows what the packet has.
  await page.getByRole('tab', { name: words('orders.way.labels') }).click();
  await visitor.press(words('orders.show_label'));
  const picture = page.getByRole('img', { name: words('orders.label_picture', { number: 1 }) });
  await picture.waitFor();
  await visitor.looksRight('label');
  const png = await picture.screenshot();
  const [read] = await readBarcodes(new Uint8Array(png), { formats: ['DataMatrix'], tryHarder: true, textMode: 'Plain' });
  expect(read?.text).toBe(codes[0]);
  expect(read?.symbologyIdentifier).toBe(']d2');
  const [labels] = await Promise.all([page.waitForEvent('download'), visitor.press(words('orders.download_labels', { count: 12 }))]);
  expect(readFileSync((await labels.path()) ?? '').subarray(0, 5).toString()).toBe('%PDF-');

  // Another file, prepared aside.
  await page.getByRole('tab', { name: words('orders.way.packet') }).click();
  await visitor.press(words('orders.prepare'));
  const file = page.getByRole('link', { name: /\d+-0\.txt/ });
  await file.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(readFileSync((await download.path()) ?? '', 'utf8')).toBe(packet.text);

  // The codes of the order; one of them with its check part, as scanned.
  await visitor.follow(words('orders.show_codes'));
  await page.getByRole('button', { name: pattern(`${words('codes.status.emitted')}~12`) }).waitFor();
  await visitor.looksRight('codes of an order');
  await visitor.press(words('codes.export_begin'));
  await page.getByRole('link', { name: 'codes.xlsx' }).waitFor();
  await page.getByLabel(words('codes.find'), { exact: true }).fill(codes[3]?.replace('\u001d', '<GS>') ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: words('codes.picture') }).waitFor();
  await visitor.sees(words('codes.picture_whole'));
  await page.getByRole('listitem').filter({ hasText: words('codes.event.issue') }).first().waitFor();
  await visitor.looksRight('code');

  // The order leaves the open ones; the word is asked for.
  await page.goBack();
  await visitor.follow(words('orders.title'));
  await visitor.arrives(/\/orders$/);
  await page.getByRole('rowheader', { name: order, exact: true }).click();
  await visitor.arrives(/\/orders\/\d+$/);
  await visitor.press(words('orders.end.close_order'));
  await visitor.sees(words('orders.end_about.close_order', { lost: 0 }));
  const word = words('orders.end_word.close_order');
  await page.getByLabel(words('ui.type_to_confirm', { word })).fill(word);
  await visitor.looksRight('typed confirmation');
  await visitor.confirm(words('orders.sign_this'));
  await visitor.sees(words('orders.ended.close_order'));
});
