// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/api/client';
import { SilentError } from '@/api/problem';
import { queryClient } from '@/api/queries';
import { sendConfirmed, sendDocument, sendSigned, type Judged } from './documents';
import { useSigner } from './signer';

/** Which fields each kind has: docs/api/openapi.json, Document. */
export type AnyDocument = { kind: string; [field: string]: unknown };

interface Outcome<R> {
  onDone?: (result: R) => void;
  onRefused?: (error: Error) => void;
}

/** The key of one intention: a new one after every answer, the same while there was none. */
export function useIntent(): [key: string, settled: (error?: unknown) => void] {
  const [key, setKey] = useState(newKey);
  return [key, (error) => !(error instanceof SilentError) && setKey(newKey())];
}

/** A call that is confirmed by a signature about its body: `mutate({ path, body })`. */
export function useConfirmed<R = unknown>({ onDone, onRefused }: Outcome<R> = {}) {
  const { sign } = useSigner();
  const [key, settled] = useIntent();
  return useMutation({
    mutationFn: ({ path, body, method }: { path: string; body: { kind: string }; method?: 'POST' | 'PUT' }) =>
      sendConfirmed<R>(path, body, sign, key, method),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: (_result, error) => {
      settled(error);
      void queryClient.invalidateQueries();
    },
  });
}

/** A signed document: `mutate({ kind, ... })`. */
export function useDocument({ onDone, onRefused }: Outcome<Judged> = {}) {
  const { sign } = useSigner();
  const [key, settled] = useIntent();
  return useMutation({
    mutationFn: (document: AnyDocument) => sendDocument(document, sign, key),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: (_result, error) => {
      settled(error);
      void queryClient.invalidateQueries();
    },
  });
}

/** A call whose body is signed: `mutate({ path, body })`. */
export function useSigned<R = unknown>({ onDone, onRefused }: Outcome<R> = {}) {
  const { sign } = useSigner();
  const [key, settled] = useIntent();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => sendSigned<R>(path, body, sign, key),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: (_result, error) => {
      settled(error);
      void queryClient.invalidateQueries();
    },
  });
}

/** A call that needs no signature and is done once for each intention. */
export function useOnce<I, R>(ask: (input: I, header: { 'Idempotency-Key': string }) => Promise<R>, { onDone, onRefused }: Outcome<R> = {}) {
  const [key, settled] = useIntent();
  return useMutation({
    mutationFn: (input: I) => ask(input, { 'Idempotency-Key': key }),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: (_result, error) => {
      settled(error);
      void queryClient.invalidateQueries();
    },
  });
}
