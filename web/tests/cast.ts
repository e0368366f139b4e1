// SPDX-License-Identifier: Apache-2.0
import type { Language } from './words';

export type Country = 'ru' | 'uz';

/** Companies of the sandbox and what they deal in: spec/<country>/sandbox.toml. */
export const kCast = {
  uz: {
    operator: { key: 'operator', name: /Oʻquv markirovka/, full: '«Oʻquv markirovka operatori» MChJ', taxId: '301234500' },
    maker: { key: 'waterworks', name: /Togʻ buloq/, gtin: '04787001000012', gtinAsTyped: '4787001000012', release: 'OWN_PRODUCTION' },
    importer: { key: 'appliance_plant', name: /Uy texnika/, group: 'appliances', gtin: '04787003000010', spoils: false },
    receiver: { key: 'wholesaler', name: /Katta ombor/, taxId: '301234552' },
    declaration: '26001/261126/0000001',
  },
  ru: {
    operator: { key: 'operator', name: /Оператор учебной/, full: 'АНО «Оператор учебной маркировки»', taxId: '7700041005' },
    maker: { key: 'springs', name: /Тихий родник/, gtin: '04607002000012', gtinAsTyped: '4607002000012', release: 'PRODUCTION' },
    importer: { key: 'dairy', name: /Луговое молоко/, group: 'milk', gtin: '04607001000013', spoils: true },
    receiver: { key: 'wholesaler', name: /Большой склад/, taxId: '7700043595' },
    declaration: '10131010/261126/0000001',
  },
} as const;

/** Whoever goes the main ways: each country in the languages of its people, and in English. */
export const kReaders: readonly { country: Country; language: Language }[] = [
  { country: 'uz', language: 'en' },
  { country: 'uz', language: 'uz' },
  { country: 'ru', language: 'ru' },
];

/** The number of a box (SSCC) that was never used, as its label carries it. */
export function newBox(): string {
  const digits = `14787001${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 1 : 3), 0);
  return `00${digits}${(10 - (sum % 10)) % 10}`;
}

/** A day before or after today, as documents write it. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
