// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useQuery } from '@tanstack/react-query';
import { groupsQuery } from '@/api/queries';
import { api, call } from '@/api/client';
import { lastSaved } from '@/api/latest_saved';
import { isProblem } from '@/api/problem';
import type { Schemas } from '@/api/queries';
import { usePreferences } from '@/ui/preferences';

export type Card = Schemas['Card'];
export type CardBody = Schemas['CardBody'];
export type CardForm = Schemas['CardForm'];
export type Attribute = Schemas['CardFormAttribute'];

/** What a card of a group says; names come in the reader's language. */
export function useCardForm(group: string | undefined) {
  const { language } = usePreferences().preferences;
  return useQuery({
    queryKey: ['card_form', group, language],
    queryFn: () => call(api.GET('/api/v1/card-forms/{group}', { params: { path: { group: group ?? '' } } })),
    enabled: Boolean(group),
    staleTime: Infinity,
  });
}

export function useGroups() {
  return useQuery(groupsQuery);
}

/** Null where there is none: a card that was never sent, a draft that was never kept. */
async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isProblem(error) && error.problem.status === 404) return null;
    throw error;
  }
}

export const cardQuery = (gtin: string) =>
  queryOptions({
    queryKey: ['card', gtin],
    queryFn: () => orNothing(call(api.GET('/api/v1/cards/{gtin}', { params: { path: { gtin } } }))),
  });

/** Own cards, to know which numbers are taken. */
export const cardsQuery = queryOptions({
  queryKey: ['cards', 'numbers'],
  queryFn: () => call(api.GET('/api/v1/cards', { params: { query: { limit: 500 } } })),
});

export const savedDraft = (gtin: string) => `card ${gtin}`;

export const draftQuery = (gtin: string) =>
  queryOptions({
    queryKey: ['card_draft', gtin],
    queryFn: async () => {
      await lastSaved(savedDraft(gtin));
      return orNothing(call(api.GET('/api/v1/cards/{gtin}/draft', { params: { path: { gtin } } })));
    },
  });

export const editionsQuery = (gtin: string) =>
  queryOptions({
    queryKey: ['card', gtin, 'editions'],
    queryFn: () => orNothing(call(api.GET('/api/v1/cards/{gtin}/editions', { params: { path: { gtin } } }))),
  });

export const publicCardQuery = (gtin: string) =>
  queryOptions({
    queryKey: ['catalogue', gtin, 'card'],
    queryFn: () => orNothing(call(api.GET('/api/v1/catalogue/{gtin}', { params: { path: { gtin } } }))),
  });

export const levels = ['UNIT', 'GROUP', 'SET', 'BUNDLE'] as const;
export const cardStates = ['published', 'moderation', 'returned', 'blocked', 'archived'] as const;
