// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { bodyOf, fieldAt, fieldsOf, missingOf } from './card_fields';
import type { Attribute, CardForm } from './card_queries';
import { countriesIn } from '@/ui/countries';
import { checkDigitOf, freeNumber, gtinOf } from './gtin';

const attribute = (id: string, type: string, rest: Partial<Attribute> = {}): Attribute => ({
  id,
  name: id,
  type,
  mandatory: false,
  legal: false,
  public: true,
  units: [],
  choices: [],
  ...rest,
});
const form: CardForm = {
  group: 'water',
  automatic: true,
  photo_needed: false,
  most_photos: 10,
  largest_photo_bytes: 1,
  headings: [],
  conformity_kinds: [],
  conformity_needed: [],
  attributes: [
    attribute('name', 'text', { mandatory: true }),
    attribute('amount', 'number', { units: ['l', 'ml'], mandatory: true }),
    attribute('tags', 'list'),
  ],
};
const of = { gtin: '04787001000029', level: 'UNIT' };

describe('a card', () => {
  const fields = {
    ...fieldsOf(null),
    values: { tags: { value: 'a\n\n b ', unit: '' }, amount: { value: '1 000,5', unit: 'l' }, name: { value: '  ', unit: '' } },
  };

  test('says what is filled in, in the order of its form', () => {
    expect(bodyOf(fields, form, of).attributes).toEqual([
      { id: 'amount', value: '1000.5', unit: 'l' },
      { id: 'tags', values: ['a', 'b'] },
    ]);
    expect(missingOf(fields, form)).toEqual(['name']);
  });

  test('comes back from what was kept', () => {
    const body = bodyOf(fields, form, of);
    expect(bodyOf(fieldsOf(body), form, of)).toEqual(body);
  });

  test('leaves rows out that were only begun', () => {
    const begun = { ...fields, nested: [{ gtin: '', quantity: 3 }], conformity: [{ kind: 'c', number: '', issuer: '', from: '', until: '' }] };
    expect(bodyOf(begun, form, of)).not.toHaveProperty('nested');
    expect(bodyOf(begun, form, of)).not.toHaveProperty('conformity');
  });

  test('finds the field of a pointer', () => {
    const body = bodyOf(fields, form, of);
    expect(fieldAt('/attributes/1/values/0', body)).toBe('tags');
    expect(fieldAt('/nested/2/gtin', body)).toBe('nested.2');
    expect(fieldAt('/photos/0', body)).toBe('photos');
    expect(fieldAt('/attributes', body)).toBeNull();
    expect(fieldAt('', body)).toBeNull();
  });
});

test('numbers of goods', () => {
  expect(gtinOf('4787 001 000 029')).toBe('04787001000029');
  expect(gtinOf('123')).toBeNull();
  expect(checkDigitOf('04787001000020')).toBe(9);
  expect(freeNumber(['478900008'], [])).toBe('04789000080019');
  expect(freeNumber(['478900008'], ['04789000080019'])).toBe('04789000080026');
  expect(freeNumber(['4787001000029'], [])).toBeNull();
  expect(freeNumber([], [])).toBeNull();
});

test('countries are those of today', () => {
  const codes = countriesIn('en').map((one) => one.id);
  expect(codes).toContain('UZ');
  expect(codes).not.toContain('SU');
  expect(codes).not.toContain('EU');
  expect(codes.length).toBeGreaterThan(230);
  expect(codes.length).toBeLessThan(255);
});
