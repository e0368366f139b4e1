// SPDX-License-Identifier: Apache-2.0
import { newKey, send } from '@/api/client';
import { problemOf, SilentError } from '@/api/problem';
import { utf8 } from './bytes';
import type { Form } from './agent';
import type { Judged } from './documents';

type Sign = (content: Uint8Array<ArrayBuffer>, form: Form) => Promise<string>;

/** A document as it goes out: exactly these bytes, signed. It can wait until there is a line. */
export interface SignedDocument {
  bytes: Uint8Array<ArrayBuffer>;
  signature: string;
  key: string;
}

async function ask(path: string, bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<Judged> {
  const response = await send(
    new Request(path, { method: 'POST', body: bytes, headers: { 'Content-Type': 'application/json', ...headers } }),
  );
  const copy = response.clone();
  const told: unknown = await response.json().catch(() => null);
  // A rejected document has its verdict in an answer of 4xx: that is a result, and no failure of the call.
  if (typeof told === 'object' && told !== null && 'objections' in told) return told as Judged;
  throw response.ok ? new SilentError('unreadable') : await problemOf(copy);
}

/** What would become of a document. Nothing is signed, sent or kept. */
export const tryDocument = (document: { kind: string }): Promise<Judged> =>
  ask('/api/v1/documents?dry_run=true', utf8(JSON.stringify(document)), { 'Idempotency-Key': newKey() });

export async function signDocument(document: { kind: string }, sign: Sign, key: string): Promise<SignedDocument> {
  const bytes = utf8(JSON.stringify(document));
  return { bytes, signature: await sign(bytes, 'detached'), key };
}

/** Sends it; the same again is judged once. The verdict, whatever it is; throws when there is none. */
export const submitSigned = ({ bytes, signature, key }: SignedDocument): Promise<Judged> =>
  ask('/api/v1/documents', bytes, { 'X-Signature': signature, 'Idempotency-Key': key });
