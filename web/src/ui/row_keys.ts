// SPDX-License-Identifier: Apache-2.0

import { latinKey } from './latin_key';

interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** The row that a key leads to from row `at`; null: the key means nothing here. `letters`: j and k too. */
export function stepOf(pressed: Pressed, at: number, count: number, page: number, letters: boolean): number | null {
  const { ctrlKey, altKey, metaKey } = pressed;
  const key = latinKey(pressed);
  if (altKey || metaKey || (ctrlKey && key !== 'Home' && key !== 'End')) return null;
  const bounded = (row: number) => Math.max(0, Math.min(row, count - 1));
  switch (key) {
    case 'ArrowDown':
      return bounded(at + 1);
    case 'ArrowUp':
      return bounded(at - 1);
    case 'j':
      return letters ? bounded(at + 1) : null;
    case 'k':
      return letters ? bounded(at - 1) : null;
    case 'PageDown':
      return bounded(at + page);
    case 'PageUp':
      return bounded(at - page);
    case 'Home':
      return 0;
    case 'End':
      return bounded(count - 1);
    default:
      return null;
  }
}

/** j or k outside of a list: into the first list of what is on top. True when there is one. */
export function enterList(): boolean {
  const layer = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.getElementById('content');
  const row = layer?.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]');
  row?.focus();
  return Boolean(row);
}
