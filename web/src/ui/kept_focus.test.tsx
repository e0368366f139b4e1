// SPDX-License-Identifier: Apache-2.0
import { cleanup, fireEvent, render } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useKeptFocus } from './kept_focus';

afterEach(cleanup);

/** Chips that go when they are pressed, beside a field that stays. */
function Chips() {
  const [chips, setChips] = useState(['day', 'state', 'group']);
  const kept = useKeptFocus<HTMLDivElement>('.chip');
  return (
    <div {...kept}>
      <input aria-label="find" />
      {chips.map((one) => (
        <button key={one} className="chip" onClick={() => setChips(chips.filter((other) => other !== one))}>
          {one}
        </button>
      ))}
    </div>
  );
}

test('the focus goes on from what is taken away: to what follows, to the last, to the field', () => {
  const { getByText, getByLabelText } = render(<Chips />);
  const take = (name: string) => {
    getByText(name).focus();
    fireEvent.click(getByText(name));
  };
  take('state');
  expect(document.activeElement).toBe(getByText('group'));
  take('group');
  expect(document.activeElement).toBe(getByText('day'));
  take('day');
  expect(document.activeElement).toBe(getByLabelText('find'));
});

test('a focus that is elsewhere stays there', () => {
  const { getByText, getByLabelText } = render(<Chips />);
  getByText('day').focus();
  getByLabelText('find').focus();
  fireEvent.click(getByText('day'));
  expect(document.activeElement).toBe(getByLabelText('find'));
});
