// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@/ui/preferences';
import { slugs } from './contents';
import { parseArticle, type Article } from './markdown';

const loaders: Record<Language, () => Promise<{ files: Record<string, string> }>> = {
  uz: () => import('./articles_uz'),
  ru: () => import('./articles_ru'),
  en: () => import('./articles_en'),
};

/** The articles of a language, in the order of the contents. */
export async function loadArticles(language: Language): Promise<Article[]> {
  const { files } = await loaders[language]();
  return Object.entries(files)
    .map(([path, source]) => parseArticle(path.slice(path.lastIndexOf('/') + 1, -'.md'.length), source))
    .sort((one, other) => slugs.indexOf(one.slug) - slugs.indexOf(other.slug));
}
