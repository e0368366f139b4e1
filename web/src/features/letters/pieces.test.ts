// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { piecesOf } from './pieces';

test('a line that is a link leads somewhere, inside the site by its path', () => {
  const letter = 'Hello!\n\nConfirm: http://localhost:1/confirm/x\nHelp: https://other.example/a\n\n-- \nSent by http://localhost:1 itself.';
  expect(piecesOf(letter, 'http://localhost:1')).toEqual([
    { text: 'Hello!' },
    { text: 'Confirm', link: '/confirm/x' },
    { text: 'Help', link: 'https://other.example/a' },
    { text: 'Sent by http://localhost:1 itself.' },
  ]);
});

test('an address that only begins like this site is another one', () => {
  expect(piecesOf('Go: http://localhost:12/confirm', 'http://localhost:1')).toEqual([{ text: 'Go', link: 'http://localhost:12/confirm' }]);
});
