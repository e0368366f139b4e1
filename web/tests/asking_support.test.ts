// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, test } from 'vitest';
import { letterTo } from './letters';
import { kPhone, Visitor } from './visitor';

const visitors: Visitor[] = [];
afterEach(async ({ task }) => {
  for (const [at, visitor] of visitors.splice(0).entries()) await visitor.end(`${at} ${task.name}`);
});
async function come(company: RegExp | null, wishes: Parameters<typeof Visitor.come>[1] = {}): Promise<Visitor> {
  const visitor = await Visitor.come(inject('sites').uz, wishes);
  visitors.push(visitor);
  if (company) await visitor.signIn(company);
  return visitor;
}
const kMaker = /Togʻ buloq/;
const kOperator = /Oʻquv markirovka/;
/** Goods of the maker, with a serial that nobody has made. */
const kNeverIssued = '0104787001000012215ABCDEFGHIJKL';

/** What stands in the open panel or dialogue over the page. */
const onTop = (visitor: Visitor) => visitor.page.getByRole('dialog').last();

test('an error leads to a question about it; the operator answers, the participant reads, asks on and closes', async () => {
  const maker = await come(kMaker);
  await maker.go('/support');
  await maker.sees('You have not asked anything yet');
  await maker.looksRight('no requests');
  // The menu of the account asks about what the page shows.
  await maker.go('/documents/8');
  await maker.press(/^Account/);
  await maker.page.getByRole('menuitem', { name: 'Ask support' }).click();
  await maker.arrives(/\/support\/new\?about=document/);
  expect(await maker.page.getByLabel('Number of the document').inputValue()).toBe('8');
  await maker.go('/orders/7');
  await maker.follow('Ask support');
  await maker.arrives(/\/support\/new\?/);
  await maker.sees(/are in the text already/);
  expect(await maker.page.getByLabel('Number of the order').inputValue()).toBe('7');
  await maker.press('Send');
  await maker.sees('Fill this in');
  await maker.looksRight('a question that lacks its topic');
  await maker.page.getByRole('button', { name: /Topic/ }).click();
  await maker.page.getByRole('option', { name: 'Ordering and getting codes' }).click();
  await maker.sees('Answer within 8 working hours');
  await maker.page.getByLabel('Subject').fill('Codes of order 7');
  await maker.keeps('Codes of order 7');
  // A reload loses nothing.
  await maker.page.reload();
  await maker.sees('Answer within 8 working hours');
  await expect.poll(() => maker.page.getByLabel('Subject').inputValue()).toBe('Codes of order 7');
  await maker.page.getByLabel('Question').fill('Where are\nthe codes?');
  // There is no such order: it may be asked about in words alone.
  await maker.press('Send');
  await maker.sees('You have no order with this number');
  await maker.page.getByRole('button', { name: /Refers to/ }).click();
  await maker.page.getByRole('option', { name: 'Nothing in particular' }).click();
  await maker.press('Send');
  await maker.arrives(/\/support\/\d+$/);
  await maker.sees('Waits for an answer');
  await maker.sees(/\d+ (hours|days) left/);
  await maker.looksRight('a request that waits');

  const operator = await come(kOperator);
  await operator.go('/operator/tickets');
  await operator.page.getByRole('row').filter({ hasText: 'Codes of order 7' }).click();
  await operator.arrives(/\/operator\/tickets\/\d+$/);
  await operator.press('Take');
  await operator.sees('The request is yours');
  await operator.page.getByLabel('Text of the answer').fill('There is no order 7.');
  await operator.keeps('There is no order 7.');
  await operator.page.reload();
  await operator.page.getByLabel('Text of the answer').waitFor();
  expect(await operator.page.getByLabel('Text of the answer').inputValue()).toBe('There is no order 7.');
  await operator.looksRight('an answer being written');
  await operator.page.getByLabel('Text of the answer').press('Control+Enter');
  await operator.sees('The answer is sent');
  await expect.poll(() => operator.page.getByLabel('Text of the answer').inputValue()).toBe('');

  // The page that is open hears of it.
  await maker.sees('There is no order 7.');
  await maker.sees('Read the answer.');
  await maker.looksRight('an answered request');
  await maker.page.getByLabel('Message').fill('I see, thank you');
  await maker.press('Send');
  // What is typed stands in the field already: it was said when it stands in the conversation.
  await maker.page.getByRole('list', { name: 'Conversation' }).getByText('I see, thank you').waitFor();
  await maker.press('Close: it is settled');
  await onTop(maker).getByRole('button', { name: 'Close: it is settled' }).click();
  await maker.sees('Closed by your organisation');
  await maker.sees('Open it again');
  await maker.looksRight('a closed request');
  await maker.go('/notifications');
  await maker.sees(/Support answered your request/);
  await maker.go('/support?state=closed');
  await maker.page.getByRole('row').filter({ hasText: 'Codes of order 7' }).waitFor();
  await maker.looksRight('list of requests');
});

test('a buyer reports a violation on a phone, the operator decides, the owner and the buyer read it', async () => {
  const buyer = await come(null, { size: kPhone });
  await buyer.go(`/check#code=${kNeverIssued}`);
  await buyer.sees('No such code was ever issued');
  await buyer.press('Report a violation');
  const kind = buyer.page.getByLabel('What did you see?');
  await kind.waitFor();
  expect(await kind.inputValue()).toBe('unknown_code');
  await buyer.page.getByLabel('Name of the shop').fill('Chorsu bozori');
  await buyer.page.getByLabel('E-mail for the answer').fill('buyer@home.example');
  await buyer.press('Send the report');
  await buyer.sees('Agree, or leave the address out');
  await buyer.looksRight('a report that lacks consent');
  await buyer.page.getByText('I agree to get one letter').click();
  await buyer.press('Send the report');
  await buyer.sees('Thank you: the report has reached the operator');
  await buyer.looksRight('number and word');
  await buyer.follow('What became of my report');
  await buyer.sees('Somebody of the operator will look into it');
  await buyer.looksRight('state of a report');

  const operator = await come(kOperator);
  await operator.go('/operator/violations');
  await operator.page.getByRole('row').filter({ hasText: 'Chorsu bozori' }).click();
  await onTop(operator).getByText('buyer@home.example').waitFor();
  await onTop(operator).getByRole('button', { name: 'Take' }).click();
  await operator.sees('The report is yours');
  await operator.looksRight('a report');
  await onTop(operator).getByRole('button', { name: 'Confirm', exact: true }).click();
  await onTop(operator).getByLabel('Text of the answer').fill('The shop took the bottles off the shelf.');
  await operator.looksRight('a decision');
  await onTop(operator).getByRole('button', { name: 'Confirm', exact: true }).click();
  await operator.sees('The decision is made and told');

  await buyer.page.reload();
  await buyer.sees('The shop took the bottles off the shelf.');
  await buyer.looksRight('a decided report');
  const letter = await letterTo('uz', 'buyer@home.example', /\/violations\//);
  await buyer.go(/\/violations\/\d+\?key=\w+/.exec(letter)?.[0] ?? '');
  await buyer.sees('The shop took the bottles off the shelf.');
  const maker = await come(kMaker);
  await maker.go('/support/reports');
  await maker.page.getByRole('row').filter({ hasText: 'Chorsu bozori' }).click();
  await onTop(maker).getByText('The shop took the bottles off the shelf.').waitFor();
  expect(await onTop(maker).textContent()).not.toContain('buyer@home.example');
  await maker.looksRight('a report about own goods');
  // Another device asks with number and word.
  const elsewhere = await come(null);
  await elsewhere.go('/check/report');
  await elsewhere.page.getByLabel('Number of the report').fill('7');
  await elsewhere.page.getByLabel('Secret word').fill('WRONG');
  await elsewhere.press('Look');
  await elsewhere.sees('There is no report with this number and this word');
  await elsewhere.looksRight('an unknown report');
});

test('a comment is written under an article of the help, read by everybody, hidden by the operator and shown again', async () => {
  const maker = await come(kMaker);
  await maker.go('/help/orders');
  await maker.page.getByLabel('Comment', { exact: true }).fill('It helped. Buy cheap codes at codes.example!');
  await maker.press('Publish');
  await maker.sees('Give a name to sign with');
  await maker.page.getByLabel('Signed as').fill('Anvar');
  await maker.press('Publish');
  await maker.page.locator('.comments').getByText('It helped.').waitFor();
  await maker.looksRight('a comment');
  await expect.poll(() => maker.page.getByLabel('Comment', { exact: true }).inputValue()).toBe('');

  const reader = await come(null, { size: kPhone, language: 'ru' });
  await reader.go('/help/orders');
  await reader.sees('It helped. Buy cheap codes at codes.example!');
  await reader.sees('Комментарии пишут пользователи, которые вошли в систему.');
  await reader.looksRight('comments of others');

  const operator = await come(kOperator);
  await operator.go('/operator/comments');
  await operator.page.getByRole('row').filter({ hasText: 'It helped.' }).click();
  await onTop(operator).getByRole('button', { name: 'Hide' }).click();
  await onTop(operator).getByLabel('Reason').fill('Advertising');
  await onTop(operator).getByRole('button', { name: 'Hide' }).click();
  await operator.sees('The comment is hidden');
  await operator.looksRight('a hidden comment');
  await reader.page.reload();
  await reader.sees('Комментариев пока нет');

  await onTop(operator).getByRole('button', { name: 'Show again' }).click();
  await onTop(operator).getByRole('button', { name: 'Show again' }).click();
  await operator.sees('The comment is shown again');
  await onTop(operator).getByRole('button', { name: 'Hide' }).waitFor();
  await reader.page.reload();
  await reader.sees('It helped. Buy cheap codes at codes.example!');
});
