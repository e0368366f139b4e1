// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { slugs } from './contents';
import { loadArticles } from './load_articles';
import { parseArticle, parseInline, textsOf } from './markdown';
import { fold, search } from './search';

const kLanguages = ['en', 'ru', 'uz'] as const;

describe('articles', () => {
  test.each(kLanguages)('%s: all that the contents name, and no other', async (language) => {
    expect((await loadArticles(language)).map((one) => one.slug)).toEqual(slugs);
  });

  test.each(kLanguages)('%s: have a title, an introduction, steps, and links to what exists', async (language) => {
    for (const article of await loadArticles(language)) {
      expect(article.title, article.slug).not.toBe('');
      expect(article.about.length, article.slug).toBeGreaterThan(40);
      expect(article.blocks.length, article.slug).toBeGreaterThan(4);
      const source = article.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
      for (const part of source.flatMap(parseInline))
        if (part.kind === 'link' && part.href.startsWith('/help/')) expect(slugs, article.slug).toContain(part.href.slice('/help/'.length));
    }
  });

  test('say the same in every language: as many parts, links to the same places', async () => {
    const shapes = await Promise.all(
      kLanguages.map(async (language) =>
        (await loadArticles(language)).map((article) => ({
          slug: article.slug,
          parts: article.blocks.map((block) => (block.kind === 'list' ? `list ${block.items.length}` : block.kind)),
          links: article.blocks
            .flatMap((block) => (block.kind === 'list' ? block.items : [block.text]))
            .flatMap(parseInline)
            .flatMap((part) => (part.kind === 'link' ? [part.href] : []))
            .sort(),
        })),
      ),
    );
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  test('spell Uzbek letters with the signs of the alphabet', async () => {
    for (const article of await loadArticles('uz'))
      for (const text of article.blocks.flatMap(textsOf)) expect(text).not.toMatch(/[oOgG]['’`‘]|\w['’`‘]\w|[«»]/);
  });
});

describe('a text', () => {
  test('never becomes HTML', () => {
    const { blocks } = parseArticle('x', '# T\n\n<script>alert(1)</script> & <b>bold</b>');
    expect(blocks).toEqual([{ kind: 'paragraph', text: '<script>alert(1)</script> & <b>bold</b>' }]);
  });

  test('links only to this site, over https, or to a letter box', () => {
    const hrefs = (text: string) => parseInline(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));
    expect(hrefs('[a](/orders) [b](https://gs1.org) [c](mailto:a@b.example)')).toHaveLength(3);
    expect(hrefs('[a](javascript:alert(1)) [b](//elsewhere.example) [c](http://plain.example)')).toEqual([]);
  });
});

describe('search', () => {
  test('folds scripts and apostrophes', () => {
    expect(fold('Soʻm')).toBe(fold("so'm"));
    expect(fold('сўм')).toBe(fold('soʻm'));
    expect(fold('маркировка')).toBe('markirovka');
  });

  test.each([
    ['ru', 'заказы кодов', 'orders'],
    ['uz', 'buyurtma', 'orders'],
    ['uz', 'буюртма', 'orders'],
    ['uz', "to'lov", 'money'],
    ['en', 'e-imzo', 'key'],
  ] as const)('%s: “%s” finds %s', async (language, question, slug) => {
    const found = search(await loadArticles(language), question).map((one) => one.article.slug);
    expect(found).toContain(slug);
  });

  test('finds nothing where a word is nowhere', async () => {
    expect(search(await loadArticles('en'), 'orders zzzzqqqq')).toEqual([]);
  });
});
