// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { letterTo, Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

// From nothing to contracts in force, as the head of a company that takes no part yet.
test('a company applies, opens its account, fills its profile in and signs its contract', async () => {
  visitor = await Visitor.come(inject('sites').uz);
  const { page } = visitor;
  await visitor.go('/');
  await visitor.follow('Take part');

  await visitor.sees('yours works');
  await visitor.press('Everything is there');
  await visitor.press('Sign and send');
  await visitor.sees('3 things are to be corrected');
  await page.getByLabel('E-mail').fill('head@oqgul.example');
  await page.getByLabel('Telephone').fill('+998 90 123 45 67');
  await page.getByText('I agree to the terms').click();
  await visitor.press('Sign and send');
  await visitor.makeKey(/Oq gul/);
  await page.locator('.key').getByRole('button').click();

  await page.waitForURL(/\/application\//);
  await visitor.sees('Approved');
  const letter = await letterTo('uz', 'head@oqgul.example', /\/confirm\//);
  await visitor.go(/\/confirm\/[^\s"<]+/.exec(letter)?.[0] ?? '/no-link');
  await visitor.press('Open the account');
  await visitor.sees('The account is open');

  await visitor.follow('Sign in');
  await page.locator('.key').getByRole('button').click();
  await page.waitForURL(/\/home/);
  await visitor.sees('Your turn');
  await visitor.looksRight('main page with steps');
  await visitor.follow('Do it');

  await page.waitForURL(/\/profile/);
  await page.getByLabel('Postal address').fill('100000, Toshkent, Navoiy 1');
  await page.getByLabel('Telephone').fill('+998 90 123 45 67');
  await page.getByLabel('E-mail').fill('head@oqgul.example');
  await visitor.press('Go on');
  await page.getByText('Retailer').click();
  await page.getByText('Household appliances').click();
  await visitor.press('Go on');
  await page.getByLabel('Code of the bank').fill('00842');
  await page.getByLabel('Account').fill('123');
  await visitor.press('Sign the profile');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Account').fill('20208000905123456009');
  await visitor.press('Sign the profile');
  await visitor.sees('What you said');
  await visitor.looksRight('profile');

  await visitor.follow('Contracts');
  await page.getByRole('row').filter({ hasText: 'ready to sign' }).click();
  await page.waitForURL(/\/contracts\/\d+/);
  await page.locator('.paper').waitFor();
  await page.getByText('I have read the contract').click();
  await visitor.press('Sign the contract');
  await visitor.sees('Signed by the operator');
  await visitor.looksRight('contract');
  await visitor.follow('Contracts');
  await visitor.looksRight('contracts');
  await visitor.follow('Main page');
  await visitor.follow('Do it');
  await page.waitForURL(/\/channels/);
  await visitor.press('Connect');
  await visitor.sees('The channel works');
  await visitor.looksRight('channels');
  await visitor.follow('Main page');
  await visitor.sees('Everything is open');
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
  const number = /application\/(.+)$/.exec(page.url())?.[1] ?? '';
  await visitor.go('/application');
  await page.getByLabel('Number of the application').fill(number);
  await visitor.press('Show');
  await visitor.sees('Rejected');
});
