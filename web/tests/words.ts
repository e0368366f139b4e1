// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { createIntl, createIntlCache } from 'react-intl';

export type Language = 'en' | 'ru' | 'uz';
type Values = Record<string, string | number>;
/** A text of the product by its id, as readers of a language see it. */
export type Words = (id: string, values?: Values) => string;

const kLocales = { en: 'en-GB', ru: 'ru-RU', uz: 'uz-Latn-UZ' } as const;
const cache = createIntlCache();

export function wordsOf(language: Language): Words {
  const folder = new URL(`../src/texts/${language}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const messages = Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object)) as Record<string, string>;
  const intl = createIntl({ locale: kLocales[language], messages, onError: (error) => { throw error; } }, cache);
  return (id, values) => intl.formatMessage({ id }, values);
}

/** The same text wherever its values stand: for what is told about things that the journey does not know. */
export const pattern = (text: string): RegExp => new RegExp(text.split('~').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
