// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { documentOf, fieldsOf, stages, stageWith } from './profile_fields';

const registered = { tax_id: '7700048032', as_of: '2026-03-01', name: 'ООО', status: 'active', kpp: '770001001', address: { text: 'Москва' } } as const;

test('a profile begins with the KPP of the register, and one that was signed keeps its own', () => {
  const first = fieldsOf(null, registered);
  expect(first).toMatchObject({ address: 'Москва', kpp: '770001001' });
  const signed = documentOf({ ...first, kpp: ' 770043001 ' });
  expect(signed.kpp).toBe('770043001');
  expect(fieldsOf(signed, registered).kpp).toBe('770043001');
});

test('a KPP that was not given stands nowhere', () => {
  const sites = [
    { name: 'A', address: 'B', lines: '', kpp: ' ' },
    { name: 'C', address: 'D', lines: '' },
    { name: 'E', address: 'F', lines: '', kpp: '770043001' },
  ];
  const said = documentOf({ ...fieldsOf(null), sites });
  expect(said).not.toHaveProperty('kpp');
  expect(said.sites).toEqual([
    { name: 'A', address: 'B' },
    { name: 'C', address: 'D' },
    { name: 'E', address: 'F', kpp: '770043001' },
  ]);
});

test('a refused KPP leads to the stage that asks for it', () => {
  const stageOf = (field: string) => stages[stageWith([{ field }])]?.name;
  expect(stageOf('kpp')).toBe('contacts');
  expect(stageOf('sites.1.kpp')).toBe('sites');
});
