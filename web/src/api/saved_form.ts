// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { api, call, newKey } from './client';
import { lastSaved, mayOutlive, useLatestSaved, type SaveState } from './latest_saved';
import { isProblem } from './problem';
import { queryClient } from './queries';

/** A form that is kept by the system while it is filled in: a reload, another computer, and it is there again. */
export interface SavedForm<T> {
  /** As it was when the page was opened; null: nothing was kept, undefined: not known yet. */
  before: T | null | undefined;
  state: SaveState;
  keep(value: T): void;
  /** It was sent, or is begun anew. */
  forget(): Promise<void>;
}

/** `name`: of the draft; `kind`: of the document that it will be. */
export function useSavedForm<T>(name: string, kind: string): SavedForm<T> {
  const loaded = useQuery({
    queryKey: ['draft', name],
    queryFn: async (): Promise<T | null> => {
      await lastSaved(`form ${name}`);
      try {
        const draft = await call(api.GET('/api/v1/drafts/{draft}', { params: { path: { draft: name } } }));
        return draft.body ? (JSON.parse(draft.body) as T) : null;
      } catch (error) {
        if (isProblem(error, 'DRAFT_UNKNOWN') || error instanceof SyntaxError) return null;
        throw error;
      }
    },
    // What is written meanwhile is newer than any answer: it is asked for once, whatever else is asked for again.
    staleTime: 'static',
    gcTime: 0,
    refetchOnMount: false,
  });
  const write = useCallback(
    (value: T, leaving: boolean) => {
      const params = { path: { draft: name }, header: { 'Idempotency-Key': newKey() } };
      const body = { kind, body: JSON.stringify(value) };
      return call(api.PUT('/api/v1/drafts/{draft}', { params, body, keepalive: leaving && mayOutlive(body) }));
    },
    [name, kind],
  );
  const { saver, state } = useLatestSaved(`form ${name}`, write);
  const forget = useCallback(
    () =>
      saver.forget(async () => {
        const params = { path: { draft: name }, header: { 'Idempotency-Key': newKey() } };
        await api.DELETE('/api/v1/drafts/{draft}', { params });
        queryClient.setQueryData(['draft', name], null);
      }),
    [name, saver],
  );
  return { before: loaded.error ? null : loaded.data, state, keep: saver.later, forget };
}

export interface KeptForm {
  /** What was kept is in the form again, or nothing was. */
  ready: boolean;
  state: SaveState;
  forget: () => void;
}

/** The same for a form of react-hook-form: brings back what was kept, and keeps what is written. */
export function useKeptForm<T extends FieldValues>(name: string, kind: string, form: UseFormReturn<T>): KeptForm {
  const { before, state, keep, forget } = useSavedForm<T>(name, kind);
  const { getValues, reset, subscribe } = form;
  const blank = useRef('');
  useEffect(() => {
    if (before === undefined) {
      blank.current ||= JSON.stringify(getValues());
      return;
    }
    // Whoever types does not wait until it is known that nothing was kept.
    const typed = blank.current !== '' && blank.current !== JSON.stringify(getValues());
    blank.current = '';
    // A form that has got fields since then keeps their first values.
    if (before) reset({ ...getValues(), ...before });
    else if (typed) keep(getValues());
    return subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) });
  }, [before, getValues, reset, subscribe, keep]);
  return { ready: before !== undefined, state, forget: () => void forget().catch(() => undefined) };
}
