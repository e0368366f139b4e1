// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { kNothing, prefilledOf, readAbout, ticketOf } from './asked_about';

const fields = { topic: 'codes', group: kNothing, kind: kNothing, value: '', subject: ' Codes ', text: 'Where?\n' };

test('what a question is about is read from the address, codes with all their characters', () => {
  expect(readAbout('order:1882921256280391680')).toEqual({ kind: 'order', value: '1882921256280391680' });
  expect(readAbout('code:010478700100001221a:b\u001d93xyz')).toEqual({ kind: 'code', value: '010478700100001221a:b\u001d93xyz' });
  expect(readAbout('weather:fine')).toEqual({ kind: kNothing, value: '' });
  expect(readAbout('')).toEqual({ kind: kNothing, value: '' });
});

test('a subject from an error is no longer than the interface takes', () => {
  expect(prefilledOf({ subject: 'x'.repeat(400) }).subject).toHaveLength(150);
});

test('only what was chosen is sent', () => {
  expect(ticketOf(fields)).toEqual({ topic: 'codes', subject: 'Codes', text: 'Where?' });
  expect(ticketOf({ ...fields, kind: 'order' })).not.toHaveProperty('about');
  expect(ticketOf({ ...fields, group: 'water', kind: 'order', value: ' 7 ' })).toMatchObject({
    group: 'water',
    about: { kind: 'order', value: '7' },
  });
});
