// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { letterTo, Visitor } from './visitor';

let visitor: Visitor;
afterEach(({ task }) => visitor.end(task.name));

// From nothing to contracts in force, as the head of a company that takes no part yet.
test('a company applies, opens its account, fills its profile in and signs its contracts', async () => {
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
  await page.getByRole('row').nth(2).waitFor();
  await visitor.looksRight('contracts');
  for (let left = 2; left > 0; --left) {
    await page.getByRole('row', { name: /Can be read|to be signed|Was read|Ready|signature/i }).first().click();
    await page.waitForURL(/\/contracts\/\d+/);
    await page.locator('.paper').waitFor();
    await page.getByText('I have read the contract').click();
    await visitor.press('Sign the contract');
    await visitor.sees('Signed by the operator');
    await visitor.looksRight('contract');
    await visitor.follow('Contracts');
  }
  await visitor.follow('Main page');
  await visitor.sees('Everything is open');
  expect(await page.evaluate(() => document.cookie), 'no script reads the session').toBe('');
});
