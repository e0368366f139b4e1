// SPDX-License-Identifier: Apache-2.0
import { readCodes, type Reading } from './read_codes';

export interface Question {
  content: string | Blob;
  before: string[];
}
/** How much is read, and at the end what was. */
export type Told = { done: number } | { reading: Reading };

const tell = (told: Told) => self.postMessage(told);

self.onmessage = async ({ data: { content, before } }: MessageEvent<Question>) => {
  const text = typeof content === 'string' ? content : await content.text();
  tell({ reading: readCodes(text, before, (done) => tell({ done })) });
};
