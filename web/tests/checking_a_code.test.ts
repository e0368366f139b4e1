// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { waterInShops } from './water_in_shops';
import { filmOf, photoOf, photoOfStripes } from './symbols';
import { kPhone, Visitor } from './visitor';

let visitor: Visitor;
let water: Awaited<ReturnType<typeof waterInShops>>;
let film: string;
beforeAll(async () => {
  water = await waterInShops();
  film = join(mkdtempSync(join(tmpdir(), 'tamga-film-')), 'code.y4m');
  await filmOf(water.onSale, film);
});
afterEach(({ task }) => visitor.end(task.name));

const verdict = (text: string | RegExp) => visitor.page.locator('.verdict').getByRole('heading', { name: text }).waitFor();

async function type(text: string): Promise<void> {
  await visitor.page.locator('input.mono').fill(text);
  await visitor.page.keyboard.press('Enter');
}

test.each([
  ['en', 'light', /Scan with the camera/, 'Genuine, and on sale', /Sparkling drinking water/],
  ['ru', 'dark', /Сканировать камерой/, 'Подлинный, продажа разрешена', /Вода питьевая/],
  ['uz', 'dark', /Kamera bilan skanerlash/, 'Asl tovar, sotish mumkin', /Gazlangan ichimlik suvi/],
] as const)('with the camera of a phone: %s, %s', async (language, theme, button, words, name) => {
  visitor = await Visitor.come(inject('sites').uz, { language, theme, size: kPhone, film });
  await visitor.go('/check');
  await visitor.press(button);
  await verdict(words);
  await visitor.sees(name);
  // The card of the national catalogue: who made it, and a picture that loads.
  await visitor.sees('«Togʻ buloq» MChJ');
  const picture = visitor.page.locator('.goods img');
  await visitor.page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.goods img')?.naturalWidth ?? 0) > 0);
  expect(await picture.getAttribute('alt')).toMatch(name);
  await visitor.looksRight('verdict on a phone');
  expect(await visitor.page.locator('video').count()).toBe(0);
});

test('with a photo: the square code is read, the stripes are told apart', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  await visitor.go('/check');
  const choose = (name: string, buffer: Buffer) => visitor.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('stripes.png', await photoOfStripes(water.gtin));
  await visitor.sees(/the shop’s bar code/);
  await choose('code.png', await photoOf(water.onSale));
  await verdict('Genuine, and on sale');
});

describe('typed', () => {
  test('each state has words, a sign and a colour of its own', async () => {
    visitor = await Visitor.come(inject('sites').uz);
    await visitor.go('/check');
    const states = [
      [water.made, 'Not in circulation yet', 'warn'],
      [water.sold, 'Sold already', 'warn'],
      [water.expired, 'Out of date', 'bad'],
      [water.recalled, 'Recalled', 'bad'],
      [water.onSale.slice(0, -4) + 'AAAA', 'Not genuine: the code is forged', 'bad'],
      [`01${water.gtin}210000000000000`, /No such code|proof was not read/, /bad|warn/],
      ['some words', 'This is not a marking code', 'main'],
    ] as const;
    for (const [text, words, weight] of states) {
      await type(text);
      await verdict(words);
      expect(await visitor.page.locator('.verdict').getAttribute('class')).toMatch(weight);
      await visitor.looksRight(String(words));
    }
    await type(water.recalled);
    await visitor.sees('Bring the bottles back to the shop.');
    // What was checked before can be opened again.
    await visitor.sees('Checked before');
  });

  test('the number under the stripes shows the goods and what to look for', async () => {
    visitor = await Visitor.come(inject('sites').uz);
    await visitor.go('/check');
    await type(water.gtin.slice(1));
    await verdict(/names the goods, not your package/);
    await visitor.looksRight('only goods');
  });

  test('a scanner that works as a keyboard is heard anywhere on the page', async () => {
    visitor = await Visitor.come(inject('sites').uz);
    await visitor.go('/check');
    await visitor.page.evaluate((code) => {
      for (const key of [...code, 'Enter'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', key === '\u001d' ? { key: ']', ctrlKey: true, bubbles: true } : { key, bubbles: true, cancelable: true }),
        );
    }, water.onSale);
    await verdict('Genuine, and on sale');
  });
});

test('an address of GS1 Digital Link opens the answer, with and without more in it', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  await visitor.go(`/01/${water.gtin}/21/${encodeURIComponent(water.serial)}?17=301231`);
  await verdict(/The code exists|Genuine/);
  await visitor.sees(/Sparkling drinking water/);
  await visitor.go(`/01/${water.gtin}`);
  await verdict(/names the goods, not your package/);
});

test('check parts of codes come into no address that is sent', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const asked: string[] = [];
  visitor.page.on('request', (request) => asked.push(request.url()));
  await visitor.go(`/check#code=${encodeURIComponent(water.onSale)}`);
  await verdict('Genuine, and on sale');
  const tail = water.onSale.slice(-4);
  expect(asked.filter((url) => url.split('#')[0]?.includes(encodeURIComponent(tail)))).toEqual([]);
});

test('without a connection the page opens, and says that nothing can be said', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.go('/check');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await visitor.context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Check a code' }).waitFor();
  await type(water.onSale);
  await visitor.sees('There is no connection to the system');
  await visitor.looksRight('offline');
  await visitor.context.setOffline(false);
  await verdict('Genuine, and on sale');
  visitor.complaints.length = 0; // the browser's own words about the network
});
