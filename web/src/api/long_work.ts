// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

export interface WorkInHand {
  /** Aborted when the reader ends the work. */
  signal: AbortSignal;
  /** How much is done, from 0 to 1. */
  tell: (done: number) => void;
}

/** Work that one waits for: how far it is, and a way to end it. It ends with the page, too. */
export function useLongWork<I, R>(work: (input: I, inHand: WorkInHand) => Promise<R>, onDone?: (result: R, input: I) => void) {
  const [done, setDone] = useState<number>();
  const ending = useRef<AbortController>(undefined);
  const mutation = useMutation({
    mutationFn: (input: I) => {
      const ended = new AbortController();
      ending.current = ended;
      setDone(undefined);
      return work(input, { signal: ended.signal, tell: setDone });
    },
    onSuccess: onDone,
  });
  useEffect(() => () => ending.current?.abort(), []);
  return {
    begin: mutation.mutate,
    isPending: mutation.isPending,
    result: mutation.data,
    /** Whoever ends it himself is told of no error. */
    error: mutation.error?.name === 'AbortError' ? null : mutation.error,
    percent: done === undefined ? undefined : Math.round(100 * done),
    cancel: () => ending.current?.abort(),
  };
}
