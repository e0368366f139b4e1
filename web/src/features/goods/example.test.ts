// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Attribute, CardForm } from './card_queries';
import { exampleOf } from './example';

const attribute = (id: string, type: string, more: Partial<Attribute> = {}): Attribute =>
  ({ id, name: id, type, mandatory: true, legal: false, public: true, units: [], choices: [], ...more }) as Attribute;
const form = (...attributes: Attribute[]): CardForm => ({ attributes, headings: ['2202'] }) as unknown as CardForm;
const words = {
  text: 'Example',
  country: 'UZ',
  today: '2026-11-26',
  codes: [
    { classifier: 'tnved', code: '2201101100' },
    { classifier: 'tnved', code: '2202100000' },
  ],
};

test('what is demanded is filled in, by its type; what is written stays', () => {
  const asked = form(
    attribute('name', 'text'),
    attribute('brand', 'text'),
    attribute('volume', 'number', { least: 5, units: ['l', 'ml'] }),
    attribute('origin', 'country'),
    attribute('gas', 'choice', { choices: [{ code: 'still', name: 'still' }] }),
    attribute('tn_ved', 'class', { classifier: 'tnved' }),
    attribute('note', 'text', { mandatory: false }),
  );
  expect(exampleOf(asked, { brand: { value: 'Own', unit: '' } }, words)).toEqual({
    name: { value: 'Example', unit: '' },
    brand: { value: 'Own', unit: '' },
    volume: { value: '5', unit: 'l' },
    origin: { value: 'UZ', unit: '' },
    gas: { value: 'still', unit: '' },
    tn_ved: { value: '2202100000', unit: '' },
  });
});
