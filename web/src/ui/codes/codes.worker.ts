// SPDX-License-Identifier: Apache-2.0
import { readCodes } from './read_codes';

export interface Question {
  content: string | Blob;
  before: string[];
}

self.onmessage = async ({ data: { content, before } }: MessageEvent<Question>) => {
  self.postMessage(readCodes(typeof content === 'string' ? content : await content.text(), before));
};
