// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';

const kHere = import.meta.dirname;
const kLanguages = ['en', 'ru', 'uz'] as const;
type Texts = Record<string, string>;

const featuresOf = (language: string) => readdirSync(join(kHere, language)).filter((name) => name.endsWith('.json'));
const read = (language: string, name: string) => JSON.parse(readFileSync(join(kHere, language, name), 'utf8')) as Texts;
const all = Object.fromEntries(
  kLanguages.map((language) => [language, Object.assign({}, ...featuresOf(language).map((name) => read(language, name))) as Texts]),
) as Record<(typeof kLanguages)[number], Texts>;

/** Names of the values that a text takes. */
function valuesOf(elements: MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const one of elements) {
    if (one.type === TYPE.literal || one.type === TYPE.pound) continue;
    if (one.type !== TYPE.tag) found.add(one.value);
    if (one.type === TYPE.select || one.type === TYPE.plural)
      for (const option of Object.values(one.options)) valuesOf(option.value, found);
    if (one.type === TYPE.tag) valuesOf(one.children, found);
  }
  return found;
}

/** Whole ids, and beginnings of those that are put together, in a folder of the sources. */
function idsOf(folder: string): string[] {
  const root = join(kHere, '..', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .flatMap((name) => [...readFileSync(join(root, name), 'utf8').matchAll(/t\(['`]([a-z_]+\.[a-z_.]*)/g)].map((match) => match[1]!));
}

/** Ids that the sources ask for: whole ones, and beginnings of those that are put together. */
function used(): { ids: Set<string>; beginnings: string[] } {
  const root = join(kHere, '..');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(root, name), 'utf8'));
  const texts = sources.flatMap((source) => [...source.matchAll(/'([a-z_]+(?:\.[a-z_]+)+)'/g)].map((match) => match[1]!));
  const parts = sources.flatMap((source) => [...source.matchAll(/t\(`([a-z_.]+\.)\$\{/g)].map((match) => match[1]!));
  return { ids: new Set(texts), beginnings: parts };
}

describe('texts', () => {
  test('are the same ids in every language', () => {
    for (const language of ['ru', 'uz'] as const)
      expect(Object.keys(all[language]).sort()).toEqual(Object.keys(all.en).sort());
  });

  test('begin with the name of their feature', () => {
    for (const language of kLanguages)
      for (const name of featuresOf(language))
        for (const id of Object.keys(read(language, name))) expect(id.startsWith(name.replace('json', '')), id).toBe(true);
  });

  test('take the same values in every language', () => {
    for (const [id, text] of Object.entries(all.en)) {
      const values = [...valuesOf(parse(text))].sort();
      for (const language of ['ru', 'uz'] as const)
        expect([...valuesOf(parse(all[language][id] ?? ''))].sort(), `${language} ${id}`).toEqual(values);
    }
  });

  test('are all there, and all used', () => {
    const { ids, beginnings } = used();
    const known = Object.keys(all.en);
    const features = new Set(featuresOf('en').map((name) => name.replace('.json', '')));
    const asked = [...ids].filter((id) => features.has(id.split('.')[0] ?? '') && !/\.(json|css|tsx?)$/.test(id));
    expect(asked.filter((id) => !known.includes(id)), 'asked for, and not there').toEqual([]);
    expect(beginnings.filter((one) => !known.some((id) => id.startsWith(one))), 'nothing begins so').toEqual([]);
    const unused = known.filter((id) => !ids.has(id) && !beginnings.some((one) => id.startsWith(one)));
    expect(unused, 'there, and asked for by nobody').toEqual([]);
  });

  test('of pages for everybody are loaded with them', () => {
    const listed = [...readFileSync(join(kHere, 'en/public.ts'), 'utf8').matchAll(/'\.\/([a-z_]+)\.json'/g)].map((match) => match[1]!);
    for (const language of kLanguages) {
      const excluded = [...readFileSync(join(kHere, language, 'cabinet.ts'), 'utf8').matchAll(/'!\.\/([a-z_]+)\.json'/g)].map((match) => match[1]!);
      expect(excluded.sort(), language).toEqual([...listed].sort());
    }
    const features = join(kHere, '../features');
    const open = readdirSync(features).filter((name) => readFileSync(join(features, name, 'pages.ts'), 'utf8').includes("layout: 'public'"));
    const folders = [...open.map((name) => `features/${name}`), 'ui', 'signing'];
    const known = new Set(featuresOf('en').map((name) => name.replace('.json', '')));
    for (const folder of folders) {
      const asked = idsOf(folder)
        .map((id) => id.split('.')[0]!)
        .filter((feature) => known.has(feature) && !listed.includes(feature));
      expect(asked, folder).toEqual([]);
    }
  });

  test('spell Uzbek letters with the signs of the alphabet', () => {
    const wrong = Object.entries(all.uz).filter(([, text]) => /[oOgG]['’`‘]|\w['’`‘]\w/.test(text.replace(/\{[^}]*\}/g, '')));
    expect(wrong).toEqual([]);
  });

  test.each([
    ['en', /["«»„]|\w'\w/],
    ['ru', /["“”]/],
    ['uz', /["«»„]/],
  ] as const)('%s: quotes and apostrophes are those of the language', (language, foreign) => {
    expect(Object.entries(all[language]).filter(([, text]) => foreign.test(text))).toEqual([]);
  });
});
