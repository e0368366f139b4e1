// SPDX-License-Identifier: Apache-2.0
import { textsOf, type Article } from './markdown';

const kLatin: Record<string, string> = Object.fromEntries(
  'а a,б b,в v,г g,д d,е e,ё yo,ж j,з z,и i,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х x,ц ts,ч ch,ш sh,щ sh,ъ ,ы i,ь ,э e,ю yu,я ya,ў o,қ q,ғ g,ҳ h'
    .split(',')
    .map((pair) => [pair[0] ?? '', pair.slice(2)]),
);

/** Letters of either script and any apostrophe come to the same: сўм, soʻm, so'm. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u02bb\u02bc\u2018\u2019'`´]/g, '')
    .replace(/[а-яёўқғҳ]/g, (letter) => kLatin[letter] ?? letter);
}

export interface Found {
  article: Article;
  /** The first place of the text that has a word of the question. */
  snippet: string;
}

const kLongWord = 6;
const kSnippet = 170;

/** Endings of Russian and Uzbek words change: of a long word its beginning is enough. */
const stem = (word: string): string => (word.length >= kLongWord ? word.slice(0, -2) : word);

/** Articles with every word of the question, those that have it in their title first. */
export function search(articles: readonly Article[], question: string): Found[] {
  const words = fold(question).split(/[^a-z0-9_]+/).filter(Boolean);
  if (!words.length) return [];
  return articles
    .flatMap((article) => {
      const title = fold(article.title);
      const texts = article.blocks.flatMap(textsOf);
      const folded = texts.map(fold);
      const whole = `${title} ${folded.join(' ')}`;
      if (!words.every((word) => whole.includes(stem(word)))) return [];
      const exact = words.filter((word) => whole.includes(word)).length;
      const titled = words.filter((word) => title.includes(stem(word))).length;
      const places = folded.map((text) => words.filter((word) => text.includes(stem(word))).length);
      const best = places.indexOf(Math.max(...places));
      return [{ article, snippet: shortened(texts[best] ?? article.about), rank: titled * 10 + exact }];
    })
    .sort((one, other) => other.rank - one.rank)
    .map(({ article, snippet }) => ({ article, snippet }));
}

function shortened(text: string): string {
  if (text.length <= kSnippet) return text;
  return `${text.slice(0, text.lastIndexOf(' ', kSnippet))}…`;
}
