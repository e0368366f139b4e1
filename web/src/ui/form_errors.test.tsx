// SPDX-License-Identifier: Apache-2.0
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { afterEach, expect, test } from 'vitest';
import { CheckboxGroup, RadioGroup, Select } from './choices';
import { FormErrors } from './ErrorNotice';
import { TextField } from './fields';

const choices = [{ id: 'a', name: 'First' }];
afterEach(cleanup);

function show(errors: { field: string; text: string }[]): void {
  render(
    <IntlProvider locale="en" onError={() => undefined}>
      <FormErrors errors={errors} />
      <TextField name="phone" label="Telephone" />
      <TextField name="sites.0.name" label="Name of the site" />
      <Select name="group" label="Product group" choices={choices} />
      <RadioGroup name="way" label="Way" choices={choices} />
      <CheckboxGroup name="types" label="Types" choices={choices} />
    </IntlProvider>,
  );
}
const linesOf = () => screen.getAllByRole('listitem').map((one) => one.textContent);

test('mistakes that read alike are told apart by the labels of their fields', () => {
  const text = 'Fill this in';
  show(['phone', 'sites.0.name', 'group', 'way', 'types', 'nowhere'].map((field) => ({ field, text })));
  expect(linesOf()).toEqual([
    'Telephone: Fill this in',
    'Name of the site: Fill this in',
    'Product group: Fill this in',
    'Way: Fill this in',
    'Types: Fill this in',
    'Fill this in',
  ]);
  // The list labels no field: each label still means one.
  expect(screen.getAllByLabelText('Telephone')).toHaveLength(1);
});

test('a text that names its field says it once', () => {
  show([{ field: 'group', text: 'Choose: Product group' }]);
  expect(linesOf()).toEqual(['Choose: Product group']);
});

test('each leads to its field, hidden controls to what is seen of them', () => {
  show(['phone', 'group', 'way'].map((field) => ({ field, text: 'Fill this in' })));
  const follow = (name: RegExp) => act(() => void fireEvent.click(screen.getByRole('link', { name })));
  follow(/Telephone/);
  expect(document.activeElement).toBe(screen.getByLabelText('Telephone'));
  follow(/Product group/);
  expect(document.activeElement?.tagName).toBe('BUTTON');
  expect(document.activeElement?.closest('.field')?.textContent).toContain('Product group');
  follow(/Way/);
  expect(document.activeElement?.getAttribute('name')).toBe('way');
});
