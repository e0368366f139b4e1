// SPDX-License-Identifier: Apache-2.0
import type { Question, Told } from './codes.worker';
import { readCodes, type Reading } from './read_codes';

/** Less than this is read at once: nobody notices. */
const kAtOnce = 40_000;

/** Whether one waits for it. */
export const isLong = (content: string | Blob): boolean => typeof content !== 'string' || content.length >= kAtOnce;

interface How {
  /** Ends the reading: the promise is rejected. */
  signal?: AbortSignal;
  /** How much is read, from 0 to 1. */
  tell?: (done: number) => void;
}

/** Reads any number of lines; the page stays awake. `before`: identities that are there already. */
export function readAside(content: string | Blob, before: string[], { signal, tell }: How = {}): Promise<Reading> {
  if (!isLong(content)) return Promise.resolve(readCodes(content as string, before));
  const worker = new Worker(new URL('./codes.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Reading>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Told>) => ('reading' in data ? resolve(data.reading) : tell?.(data.done));
    worker.onerror = (event) => reject(new Error(event.message));
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    worker.postMessage({ content, before } satisfies Question);
  }).finally(() => worker.terminate());
}
