// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { certify } from './certificates';
import { Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const company = /Тёплое пальто/;
const head = {
  form: 'russian',
  person: 'Жуков Глеб Иванович',
  personId: '770005300202',
  organization: 'ООО «Тёплое пальто»',
  taxId: '7700049149',
  registryId: '1157746012225',
} as const;

// Who never saw the system presses what each page offers: no letter, account, number, card or money of his own is needed.
test('a stranger comes from nothing to the first codes by what the pages offer', async () => {
  visitor = await Visitor.come(inject('sites').ru, { language: 'ru' });
  const { page, words } = visitor;
  const file = `${certify(head)}.p12`;
  const consent = async (path: string) => page.getByText((await visitor.ask<{ consent_text: string }>(path)).consent_text).click();
  const goOn = () => page.getByRole('main').getByRole('link', { name: words('home.do_it') }).first().click();
  const next = () => page.locator('.next-step').getByRole('link').click();

  await visitor.go('/');
  await visitor.follow(words('public_site.register'));
  await visitor.press(words('registration.go_on'));
  await page.getByLabel(words('registration.email')).fill('gleb@palto.example');
  await page.getByLabel(words('registration.phone')).fill('+7 900 123-45-67');
  await consent('/api/v1/onboarding');
  await visitor.press(words('registration.sign_and_send'));
  await visitor.openKey(file);
  await visitor.useKey(company);
  await page.getByRole('link', { name: words('registration.read_letter') }).click();
  await visitor.arrives(/\/letters/);
  const link = await page.getByRole('link', { name: 'Подтвердить адрес' }).first().getAttribute('href');
  await visitor.go(new URL(link ?? '', page.url()).pathname);
  await visitor.press(words('registration.open_account'));
  await page.getByRole('main').getByRole('link', { name: words('registration.to_sign_in') }).click();
  await visitor.openKey(file);
  await visitor.useKey(company);

  await visitor.arrives(/\/home/);
  await goOn();
  await visitor.arrives(/\/profile$/);
  await visitor.press(words('profile.go_on'));
  const { participant_types: types } = await visitor.ask<{ participant_types: { code: string; name: string }[] }>('/api/v1/system');
  await page.getByText(types.find((one) => one.code === 'manufacturer')?.name ?? '', { exact: true }).click();
  await page.getByText(await visitor.nameOfGroup('milk'), { exact: true }).click();
  await visitor.press(words('profile.go_on'));
  await visitor.press(words('profile.trial_account'));
  await expect.poll(() => page.getByLabel(words('profile.account'), { exact: true }).inputValue()).not.toBe('');
  await visitor.press(words('profile.go_on'));
  await visitor.sees(words('profile.sites_about'));
  await visitor.press(words('profile.go_on'));
  await visitor.sees(words('profile.review_about'));
  await visitor.press(words('profile.sign'));

  const contracts = ['of connection', 'of the product group'];
  while (contracts.pop()) {
    await next();
    await visitor.arrives(/\/contracts\/\d+$/);
    await page.locator('.paper').waitFor();
    await visitor.press(words('contracts.to_signing'));
    await consent(`/api/v1${new URL(page.url()).pathname}`);
    await visitor.press(words('contracts.sign'));
    await visitor.sees(words('contracts.event.accept'));
  }
  await next();
  await visitor.arrives(/\/channels/);
  await visitor.press(words('channels.connect'));
  await next();

  await visitor.arrives(/\/goods\/new/);
  await visitor.press(words('goods.sandbox_prefix'));
  await visitor.press(words('goods.next_number'));
  await page.getByRole('button', { name: new RegExp(await visitor.nameOfGroup('milk')) }).waitFor();
  await visitor.press(words('goods.go_on'));
  await visitor.press(words('goods.fill_example'));
  await expect.poll(() => page.locator('[name=tn_ved]').inputValue()).not.toBe('');
  await visitor.press(words('goods.sign_and_publish'));
  await visitor.press(words('goods.play_moderator'));
  await visitor.sees(words('goods.state.published'));
  await next();

  await visitor.arrives(/\/orders\/new/);
  await visitor.looksRight('the first order');
  const chosen = new URL(page.url()).searchParams.has('gtin');
  if (!chosen) await visitor.choose(new RegExp(words('orders.group')), await visitor.nameOfGroup('milk'));
  await page.getByText(await visitor.nameOf('release_methods', 'PRODUCTION'), { exact: true }).click();
  await page.getByText(words('orders.pay_at.emission'), { exact: true }).click();
  await visitor.press(words('orders.go_on'));
  if (!chosen) await visitor.press(words('orders.add'));
  const quantity = page.getByRole('textbox', { name: words('orders.quantity') });
  await quantity.fill('100');
  await quantity.blur();
  await visitor.press(words('orders.go_on'));
  await visitor.press(words('orders.sign'));
  await visitor.sees(words('orders.waits_for_payment'));
  await visitor.looksRight('an order that waits for test money');
  await visitor.press(words('orders.pay_with_test_money'));
  await visitor.sees(words('orders.is_ready'));
  await visitor.looksRight('the first codes');
});
