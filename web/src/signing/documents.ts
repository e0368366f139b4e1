// SPDX-License-Identifier: Apache-2.0
import { api, call, sendBytes } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { jsonOf } from '@/api/whole_numbers';
import { utf8 } from './bytes';
import type { Form } from './agent';

// What goes to the system with a signature. `key`: one for each intention, the same when it is sent again (`newKey` of
// api/client). All throw ProblemError with every mistake, AgentError when nobody signed.

export type Judged = Schemas['JudgedDocument'];
type Sign = (content: Uint8Array<ArrayBuffer>, form: Form) => Promise<string>;

/** A document and its verdict. Sent are exactly the bytes that were signed. */
export async function sendDocument(document: { kind: string }, sign: Sign, key: string): Promise<Judged> {
  const bytes = utf8(JSON.stringify(document));
  const signature = await sign(bytes, 'detached');
  return sendBytes('/api/v1/documents', bytes, { 'X-Signature': signature, 'Idempotency-Key': key });
}

/** A call that is marked `x-step-up`: a text about this very body is asked for and signed. */
export async function sendConfirmed<T>(path: string, body: { kind: string }, sign: Sign, key: string, method?: 'POST' | 'PUT'): Promise<T> {
  const bytes = utf8(jsonOf(body));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const request = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const { challenge } = await call(api.POST('/api/v1/step-up/challenge', { body: { request } }));
  const signature = await sign(utf8(challenge), 'attached');
  return sendBytes(path, bytes, { 'X-Step-Up': signature, 'Idempotency-Key': key }, undefined, method);
}

/** A call whose body itself is signed, with the content detached. */
export async function sendSigned<T>(path: string, body: object, sign: Sign, key: string): Promise<T> {
  const bytes = utf8(JSON.stringify(body));
  const signature = await sign(bytes, 'detached');
  return sendBytes(path, bytes, { 'X-Signature': signature, 'Idempotency-Key': key });
}
