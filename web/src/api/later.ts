// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef } from 'react';

const kPauseMs = 900;

/** Writes the latest value when nothing has changed for a moment, and at once when the page is left. */
export function useLater<T>(write: (value: T, leaving: boolean) => void): { later: (value: T) => void; stop: () => void } {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; value: T } | null>(null);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  const take = useCallback((leaving: boolean) => {
    const held = waiting.current;
    if (!held) return;
    clearTimeout(held.timer);
    waiting.current = null;
    latest.current(held.value, leaving);
  }, []);
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && take(true);
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      take(false);
    };
  }, [take]);
  const stop = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  }, []);
  const later = useCallback(
    (value: T) => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { value, timer: setTimeout(() => take(false), kPauseMs) };
    },
    [take],
  );
  return { later, stop };
}
