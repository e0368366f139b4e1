// SPDX-License-Identifier: Apache-2.0
import { sendBytes } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { utf8 } from './bytes';
import type { Form } from './agent';

export type Judged = Schemas['JudgedDocument'];
type Sign = (content: Uint8Array<ArrayBuffer>, form: Form) => Promise<string>;

/** Sends exactly the bytes that were signed. `key`: one for each intention, the same when it is sent again (`newKey` of
 * api/client). Throws ProblemError with every mistake, AgentError when nobody signed. */
export async function sendSigned<T>(path: string, body: { kind: string }, sign: Sign, key: string): Promise<T> {
  const bytes = utf8(JSON.stringify(body));
  const signature = await sign(bytes, 'detached');
  return sendBytes<T>(path, bytes, { 'X-Signature': signature, 'Idempotency-Key': key });
}

/** A document and its verdict. */
export const sendDocument = (document: { kind: string }, sign: Sign, key: string): Promise<Judged> =>
  sendSigned('/api/v1/documents', document, sign, key);
