// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, call, newKey } from './client';
import { isProblem } from './problem';
import { queryClient } from './queries';

/** A form that is kept by the system while it is filled in: a reload, another computer, and it is there again. */
export interface SavedForm<T> {
  /** As it was when the page was opened; null: nothing was kept, undefined: not known yet. */
  before: T | null | undefined;
  state: 'untouched' | 'saving' | 'saved' | 'failed';
  keep(value: T): void;
  forget(): Promise<void>;
}

const kPauseMs = 900;

/** `name`: of the draft; `kind`: of the document that it will be. */
export function useSavedForm<T>(name: string, kind: string): SavedForm<T> {
  const [state, setState] = useState<SavedForm<T>['state']>('untouched');
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void }>(undefined);
  const loaded = useQuery({
    queryKey: ['draft', name],
    queryFn: async (): Promise<T | null> => {
      try {
        const draft = await call(api.GET('/api/v1/drafts/{draft}', { params: { path: { draft: name } } }));
        return draft.body ? (JSON.parse(draft.body) as T) : null;
      } catch (error) {
        if (isProblem(error, 'DRAFT_UNKNOWN') || error instanceof SyntaxError) return null;
        throw error;
      }
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  const keep = useCallback(
    (value: T) => {
      clearTimeout(waiting.current?.timer);
      setState('saving');
      const write = () => {
        waiting.current = undefined;
        const params = { path: { draft: name }, header: { 'Idempotency-Key': newKey() } };
        call(api.PUT('/api/v1/drafts/{draft}', { params, body: { kind, body: JSON.stringify(value) } })).then(
          () => setState('saved'),
          () => setState('failed'),
        );
      };
      waiting.current = { timer: setTimeout(write, kPauseMs), write };
    },
    [name, kind],
  );
  const forget = useCallback(async () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    const params = { path: { draft: name }, header: { 'Idempotency-Key': newKey() } };
    await api.DELETE('/api/v1/drafts/{draft}', { params });
    queryClient.removeQueries({ queryKey: ['draft', name] });
    setState('untouched');
  }, [name]);
  // Who goes to another page takes the last words with him.
  useEffect(
    () => () => {
      clearTimeout(waiting.current?.timer);
      waiting.current?.write();
    },
    [],
  );
  return { before: loaded.error ? null : loaded.data, state, keep, forget };
}
