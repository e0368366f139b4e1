// SPDX-License-Identifier: Apache-2.0
import { sendBytes } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { utf8 } from './bytes';
import type { Form } from './agent';

export type Judged = Schemas['JudgedDocument'];
type Sign = (content: Uint8Array<ArrayBuffer>, form: Form) => Promise<string>;

/** Sends a document: exactly the bytes that were signed. `key`: one for each intention, the same when it is sent again
 * (`newKey` of api/client). Throws ProblemError with every mistake, AgentError when nobody signed. */
export async function sendDocument(document: { kind: string }, sign: Sign, key: string): Promise<Judged> {
  const bytes = utf8(JSON.stringify(document));
  const signature = await sign(bytes, 'detached');
  return sendBytes<Judged>('/api/v1/documents', bytes, { 'X-Signature': signature, 'Idempotency-Key': key });
}
