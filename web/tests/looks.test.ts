// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeAll, expect, inject, test } from 'vitest';
import { pages } from '@/app/routes';
import { kCast } from './cast';
import { Company } from './company';
import { kPublicPages } from './public_pages';
import { kPhone, Visitor } from './visitor';
import { kLooks, kWholeRoundMs } from './wishes';

const kPublic = ['/', '/sign-in', '/signed-in', '/register', '/application', '/application/X-1', '/confirm/x', '/no-such-page', '/check/report', '/letters'];
const kCabinet = [
  '/home', '/profile', '/contracts', '/channels', '/orders',
  '/orders/new', '/codes', '/codes/code', '/goods', '/goods/new',
  '/goods/import', '/goods/catalogue', '/goods/04787001000012', '/goods/04787001000012/edit', '/recalls', '/documents',
  '/documents/new', '/documents/new/apply', '/documents/new/withdraw', '/deliveries', '/shipments',
  '/packing', '/users', '/users/new', '/users/powers', '/users/providers',
  '/sessions', '/finance', '/finance/invoices', '/finance/charges', '/notifications',
  '/documents/drafts', '/documents/new/report_quality', '/printing', '/printing/new', '/printing/providers',
  '/printing/reports', '/reports', '/reports/stock', '/reports/operations', '/reports/write_offs', '/reports/paid',
  '/journal', '/developer', '/developer/examples', '/developer/requests', '/developer/events', '/developer/sandbox',
  '/support', '/support/new', '/support/new?about=order:7&error=ORDER_UNKNOWN&page=/orders/7', '/support/reports', '/help/orders',
];
const kOperator = [
  '/operator', '/operator/applications', '/operator/contracts', '/operator/contracts/asked', '/operator/cards',
  '/operator/cards/04787002000011', '/operator/channels', '/operator/signatures', '/operator/standings', '/operator/participants?query=30',
  '/operator/documents', '/operator/participants?standing=blocked', '/operator/violations?overdue=only',
  '/operator/participants/301234513', '/operator/blocks', '/operator/recalls', '/operator/prefixes', '/operator/payments',
  '/operator/statement', '/operator/books', '/operator/groups', '/operator/groups/water', '/operator/announcements',
  '/operator/announcements/new', '/operator/classifiers', '/operator/registrars', '/operator/providers', '/operator/providers/new',
  '/operator/tails', '/operator/audits', '/operator/letters', '/operator/letters?state=failed',
  '/operator/tickets', '/operator/tickets?state=answered&whose=mine', '/operator/violations', '/operator/comments',
];

/** Pages of the check stand alone: checking_a_code.test.ts looks at them. */
const kChecks = ['/01/04787001000012', '/00/147870010000000019'];

/** Of two sides each: asking_support.test.ts looks at them. */
const kConversations = ['/support/1', '/operator/tickets/1', '/violations/1'];

/** Pages of one thing each, made beforehand: order, document, delivery, contract. */
async function makeThings(): Promise<{ makers: string[]; receivers: string[] }> {
  const { maker, receiver } = kCast.uz;
  const company = await Company.of('uz', maker.key);
  const { order } = await company.codes('water', maker.gtin, 3, maker.release);
  const [code = ''] = await company.waterOnSale(1);
  const shipment = await company.send({ kind: 'ship', receiver: receiver.taxId, codes: [code] });
  const { contracts } = await company.ask<{ contracts: { contract: number }[] }>('/api/v1/contracts');
  return {
    makers: [`/orders/${order}`, `/documents/${shipment}`, `/contracts/${contracts[0]?.contract}`, `/shipments?open=${shipment}`],
    receivers: [`/deliveries/${shipment}`],
  };
}

let visitor: Visitor | null = null;
let things: Awaited<ReturnType<typeof makeThings>>;
beforeAll(async () => {
  things = await makeThings();
});
afterEach(async ({ task }) => {
  await visitor?.end(task.name);
  visitor = null;
});

test('no page of the cabinet is left out', () => {
  const seen = [...kPublic, ...kChecks, ...kConversations, ...kPublicPages, ...kCabinet, ...kOperator, ...things.makers, ...things.receivers];
  const shapeOf = (path: string) => new RegExp(`^${path.replace(/\$\w*/g, '[^/]+')}$`);
  const looked = seen.map((address) => {
    const path = address.replace(/[?#].*$/, '');
    return pages.find((page) => page.path === path) ?? pages.find((page) => shapeOf(page.path).test(path));
  });
  expect(pages.filter((page) => !looked.includes(page)).map((page) => page.path)).toEqual([]);
});

// Every page, in every language, light and dark, wide and on a phone: no rule of accessibility that a program can judge
// is broken, nothing is wider than the screen, the document says its language, the browser's window its title.
test.each(kLooks)('$language $theme $size.width', async (wishes) => {
  visitor = await Visitor.come(inject('sites').uz, wishes);
  await visitor.signIn(/Togʻ buloq/);
  for (const path of [...kCabinet, ...things.makers, ...kPublic.slice(1)]) {
    await visitor.go(path);
    await visitor.looksRight(path);
    expect(await visitor.page.getAttribute('html', 'lang')).toBe(wishes.language === 'uz' ? 'uz-Latn' : wishes.language);
    expect(await visitor.page.title()).toMatch(/ · Tamga$/);
  }
  await visitor.context.clearCookies();
  await visitor.go('/');
  await visitor.looksRight('/');
  await visitor.signIn(kCast.uz.receiver.name);
  for (const path of things.receivers) {
    await visitor.go(path);
    await visitor.looksRight(path);
  }
}, kWholeRoundMs);

test.each(kLooks)('the operator, $language $theme $size.width', async (wishes) => {
  visitor = await Visitor.come(inject('sites').uz, wishes);
  await visitor.signIn(/Oʻquv markirovka/);
  for (const path of kOperator) {
    await visitor.go(path);
    await visitor.looksRight(path);
  }
}, kWholeRoundMs);

test('the version for the visually impaired is one press away, and stays', async () => {
  visitor = await Visitor.come(inject('sites').uz, { size: kPhone });
  const { page } = visitor;
  await visitor.go('/');
  await visitor.press(/Appearance/);
  await page.getByText('Largest').click();
  await page.getByText('High', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  await visitor.looksRight('panel of appearance');
  await page.keyboard.press('Escape');
  await visitor.go('/register');
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({ theme: 'dark', contrast: 'high', text: 'largest' });
  await visitor.looksRight('large letters on a phone');
});

test('on a phone the sections are opened by a button, and go when one is chosen', async () => {
  visitor = await Visitor.come(inject('sites').uz, { size: kPhone });
  const { page } = visitor;
  await visitor.signIn(/Togʻ buloq/);
  // The page of the sign-in has a button of the same name, of the site.
  await visitor.go('/home');
  await visitor.press('Sections');
  await visitor.looksRight('open navigation');
  await visitor.follow('Contracts');
  await visitor.arrives(/\/contracts$/);
  await page.getByRole('row').nth(1).waitFor();
  expect(await page.getByRole('link', { name: 'Channels' }).isVisible()).toBe(false);
});

test('dates and numbers are Uzbek in a browser that knows no Uzbek', async () => {
  visitor = await Visitor.come(inject('sites').uz, { language: 'uz' });
  await visitor.go('/register');
  await visitor.press('Hammasi tayyor');
  await visitor.page.getByText('Huquqiy asoslar').click();
  await visitor.sees('31-dekabr, 2020');
  expect(await visitor.page.evaluate(() => new Intl.NumberFormat('uz').format(68_000.5))).toMatch(/^68\s000,5$/);
});

test('the language is changed without losing the page', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.go('/register');
  await visitor.press(/Language/);
  await page.getByRole('menuitem', { name: 'Русский' }).click();
  await visitor.sees('Регистрация участника');
  // What the system says comes in the same language.
  await visitor.sees('Windows 10 или новее');
  expect(new URL(page.url()).pathname).toBe('/register');
});
