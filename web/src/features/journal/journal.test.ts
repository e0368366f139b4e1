// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { messages as cabinet } from '@/texts/en/cabinet';
import { messages as further } from '@/texts/en/words';
import { changeWords } from './change_words';
import { areasFor } from './journal_filters';

const messages = { ...cabinet, ...further };
const text = (id: string, instead: string) => messages[id] ?? instead;
const words = changeWords(text, (code) => `group ${code}`, (code) => `part ${code}`);

test('changes are told in words, and as the system calls them where there are none', () => {
  expect(words.field('email')).toBe('E-mail');
  expect(words.field('something_new')).toBe('something_new');
  expect(words.value('groups', 'water, beer')).toBe('group water, group beer');
  expect(words.value('rights', 'ship')).toBe(messages['users.right.ship']);
  expect(words.value('state', 'active')).toBe(messages['users.state.active']);
  expect(words.value('email', 'a, b')).toBe('a, b');
  expect(words.value('groups', '')).toBe('');
});

test('every area of the filter has its word; those of the operator are offered to it alone', () => {
  for (const area of areasFor(['support'])) expect(messages[`journal_words.area.${area}`], area).toBeDefined();
  expect(areasFor(['journal'])).not.toContain('statement');
  expect(areasFor(['journal', 'settlements'])).toContain('statement');
});
