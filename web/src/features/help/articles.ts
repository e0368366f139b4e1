// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePreferences } from '@/ui/preferences';
import { loadArticles } from './load_articles';
import type { Article } from './markdown';

/** The articles in the reader's language. */
export function useArticles(): Article[] | undefined {
  const { language } = usePreferences().preferences;
  return useQuery({
    queryKey: ['help', language],
    queryFn: () => loadArticles(language),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  }).data;
}
