// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { certify } from './certificates';
import { letterTo } from './letters';
import { Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

const flowerShop = { name: /Oq gul/, email: 'head@oqgul.example' };
const carDealer = {
  name: /Temir tulpor/,
  email: 'head@tulpor.example',
  holder: { form: 'uzbek', person: 'Joʻrayev Oybek Ravshanovich', personId: '31603882001158', organization: '«Temir tulpor» MChJ', taxId: '301234695' },
} as const;
const cheeseDairy = {
  name: /Сыроварня/,
  email: 'head@cheese.example',
  holder: {
    form: 'russian',
    person: 'Гусева Вера Ильинична',
    personId: '770005272996',
    organization: 'ООО «Сыроварня на холме»',
    taxId: '7700048032',
    registryId: '1157746012192',
  },
} as const;
const uz = { country: 'uz', phone: '+998 90 123 45 67', bank: '00842', account: '20208000905123456009', group: 'appliances' } as const;
const ru = { country: 'ru', phone: '+7 900 123-45-67', bank: '044525999', account: '40702810600000012002', group: 'milk', kpp: '770001001' } as const;

const applicants = [
  { language: 'en', ...uz, company: flowerShop },
  { language: 'uz', ...uz, company: carDealer },
  { language: 'ru', ...ru, company: cheeseDairy },
] as const;

// From nothing to contracts in force, as the head of a company that takes no part yet: with a key that the browser makes,
// or with the file that a certification authority gave.
test.each(applicants)('a company applies, opens its account, fills its profile in and signs its contract: $country $language', async (one) => {
  visitor = await Visitor.come(inject('sites')[one.country], { language: one.language });
  const { page, words } = visitor;
  const file = 'holder' in one.company ? `${certify(one.company.holder)}.p12` : null;
  const showKey = () => (file ? visitor.openKey(file) : Promise.resolve());
  const { name, email } = one.company;

  await visitor.go('/');
  await visitor.follow(words('public_site.register'));
  await visitor.sees(words('registration.found.works'));
  await visitor.press(words('registration.go_on'));
  await visitor.press(words('registration.sign_and_send'));
  await visitor.sees(words('ui.form_errors', { count: 3 }));
  await page.getByLabel(words('registration.email')).fill(email);
  await page.getByLabel(words('registration.phone')).fill(one.phone);
  const terms = await visitor.ask<{ consent_text: string }>('/api/v1/onboarding');
  await page.getByText(terms.consent_text).click();
  await visitor.press(words('registration.sign_and_send'));
  if (file) await showKey();
  else await visitor.makeKey(name);
  await visitor.useKey(name);

  await visitor.arrives(/\/application\//);
  await visitor.sees(words('registration.state.approved'));
  const letter = await letterTo(one.country, email, /\/confirm\//);
  await visitor.go(/\/confirm\/[^\s"<]+/.exec(letter)?.[0] ?? '/no-link');
  await visitor.press(words('registration.open_account'));
  await visitor.sees(words('registration.opened'));

  await page.getByRole('main').getByRole('link', { name: words('registration.to_sign_in') }).click();
  await showKey();
  await visitor.useKey(name);
  await visitor.arrives(/\/home/);
  await visitor.sees(words('home.state.yours'));
  await visitor.looksRight('main page with steps');
  await visitor.follow(words('home.do_it'));

  await visitor.arrives(/\/profile/);
  await page.getByLabel(words('profile.address')).fill('100000, Toshkent, Navoiy 1');
  const kpp = page.getByLabel(words('profile.kpp'), { exact: true });
  if ('kpp' in one) expect(await kpp.inputValue(), 'as the register has it').toBe(one.kpp);
  else expect(await kpp.count(), 'a number of another country').toBe(0);
  await page.getByLabel(words('profile.phone')).fill(one.phone);
  await page.getByLabel(words('profile.email')).fill(email);
  await visitor.press(words('profile.go_on'));
  const system = await visitor.ask<{ participant_types: { code: string; name: string }[] }>('/api/v1/system');
  await page.getByText(system.participant_types.find((type) => type.code === 'retail')?.name ?? '', { exact: true }).click();
  await page.getByText(await visitor.nameOfGroup(one.group), { exact: true }).click();
  await visitor.press(words('profile.go_on'));
  await page.getByLabel(words('profile.bank')).fill(one.bank);
  await page.getByLabel(words('profile.account'), { exact: true }).fill('123');
  await visitor.press(words('profile.go_on'));
  await visitor.sees(words('profile.account_form'));
  await page.getByLabel(words('profile.account'), { exact: true }).fill(one.account);
  await visitor.press(words('profile.go_on'));
  await visitor.sees(words('profile.review_about'));
  await visitor.looksRight('profile before the signature');
  await visitor.press(words('profile.sign'));
  await visitor.sees(words('profile.said'));
  await visitor.looksRight('profile');

  await visitor.follow(words('contracts.title'));
  const ready = async () => {
    const { contracts } = await visitor.ask<{ contracts: { state: string; state_name: string; number: string }[] }>('/api/v1/contracts');
    return contracts.find((contract) => contract.state === 'ready' || contract.state === 'viewed');
  };
  await expect.poll(ready).toBeTruthy();
  await page.getByRole('row').filter({ hasText: (await ready())?.number }).click();
  await visitor.arrives(/\/contracts\/\d+/);
  await page.locator('.paper').waitFor();
  const contract = await visitor.ask<{ consent_text: string }>(`/api/v1${new URL(page.url()).pathname}`);
  await page.getByText(contract.consent_text).click();
  await visitor.press(words('contracts.sign'));
  await visitor.sees(words('contracts.event.accept'));
  await visitor.sees(words('contracts.verify_offline'));
  for (const party of ['participant', 'operator']) {
    const coming = page.waitForEvent('download');
    await visitor.follow(words('contracts.evidence_of', { party }));
    expect((await coming).suggestedFilename()).toMatch(/\.tar$/);
  }
  await visitor.looksRight('contract');
  await visitor.follow(words('contracts.title'));
  await visitor.arrives(/\/contracts$/);
  await visitor.looksRight('contracts');
  await visitor.follow(words('home.title'));
  await visitor.arrives(/\/home$/);
  await visitor.follow(words('home.do_it'));
  await visitor.arrives(/\/channels/);
  await visitor.press(words('channels.connect'));
  await visitor.sees(words('channels.works'));
  await visitor.looksRight('channels');
  await visitor.follow(words('home.title'));
  await visitor.sees(words('home.everything_open'));
  expect(await page.evaluate(() => document.cookie), 'no script reads the session').toBe('');
});

// Whoever is refused is told every reason and what to do, and finds it again by the number alone.
test('a company that is being closed is refused with its reasons', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.go('/register');
  await visitor.press('Everything is there');
  await page.getByLabel('E-mail').fill('head@factory.example');
  await page.getByLabel('Telephone').fill('90');
  await page.getByText('I agree to the terms').click();
  await visitor.press('Sign and send');
  await visitor.makeKey(/Oxirgi mavsum/);
  await page.locator('.key').getByRole('button').click();
  // The system knows better than the page what a telephone is: the field says so.
  await page.getByText('is to be corrected').waitFor();
  await visitor.looksRight('application with a mistake');
  await page.getByLabel('Telephone').fill('+998901234568');
  await visitor.press('Sign and send');
  await visitor.sees('Rejected');
  await visitor.sees('BUSINESS_LIQUIDATED');
  await visitor.looksRight('rejected application');
  const number = /application\/([^?]+)/.exec(page.url())?.[1] ?? '';
  await visitor.go('/application');
  await page.getByLabel('Number of the application').fill(number);
  await visitor.press('Show');
  await visitor.sees('Rejected');
  await visitor.follow('Apply again');
  await visitor.press('Everything is there');
  expect(await page.getByLabel('E-mail').inputValue(), 'nobody types the same twice').toBe('head@factory.example');
  expect(await page.getByLabel('Telephone').inputValue()).toBe('+998901234568');
});
