// SPDX-License-Identifier: Apache-2.0
import type { Question } from './codes.worker';
import { readCodes, type Reading } from './read_codes';

/** Less than this is read at once: nobody notices. */
const kAtOnce = 40_000;

/** Reads any number of lines; the page stays awake. `before`: identities that are there already. */
export function readAside(content: string | Blob, before: string[]): Promise<Reading> {
  if (typeof content === 'string' && content.length < kAtOnce) return Promise.resolve(readCodes(content, before));
  const worker = new Worker(new URL('./codes.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Reading>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reading>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ content, before } satisfies Question);
  }).finally(() => worker.terminate());
}
