// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { api, call, newKey } from './client';

const kPause = 1_200;

/** Keeps what is in a form with the system while it is written, and brings it back: a reload loses nothing. `kind`: the
 * kind of the document that it will be. `forget` when it was sent. */
export function useKeptForm<T extends FieldValues>(name: string, kind: string, form: UseFormReturn<T>): { ready: boolean; forget: () => void } {
  const [ready, setReady] = useState(false);
  const sent = useRef(false);
  const { reset, subscribe } = form;
  useEffect(() => {
    let current = true;
    const path = { draft: name };
    call(api.GET('/api/v1/drafts/{draft}', { params: { path } }))
      .then((draft) => {
        if (current && draft.body) reset(JSON.parse(draft.body) as T);
      })
      .catch(() => undefined)
      .finally(() => current && setReady(true));
    return () => {
      current = false;
    };
  }, [name, reset]);
  useEffect(() => {
    if (!ready) return;
    let pause: ReturnType<typeof setTimeout>;
    const end = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        clearTimeout(pause);
        pause = setTimeout(() => {
          if (sent.current) return;
          const header = { 'Idempotency-Key': newKey() };
          const body = { kind, body: JSON.stringify(values) };
          void call(api.PUT('/api/v1/drafts/{draft}', { params: { path: { draft: name }, header }, body })).catch(() => undefined);
        }, kPause);
      },
    });
    return () => {
      clearTimeout(pause);
      end();
    };
  }, [name, kind, ready, subscribe]);
  const forget = () => {
    sent.current = true;
    const header = { 'Idempotency-Key': newKey() };
    void call(api.DELETE('/api/v1/drafts/{draft}', { params: { path: { draft: name }, header } })).catch(() => undefined);
  };
  return { ready, forget };
}
