// SPDX-License-Identifier: Apache-2.0
import createClient from 'openapi-fetch';
import { ProblemError, problemOf, SilentError, type Problem } from './problem';
import type { paths } from './schema';
import { keepingDigits } from './whole_numbers';

let language = 'en';
/** The language of the texts that the system answers with. */
export function speak(chosen: string): void {
  language = chosen;
}

/** Told of every answer: a call that was good has made the session last longer. */
export const answered = new EventTarget();

/** Whoever asks the reader to sign in again; true: the session is there again, and what was refused may be repeated. */
export type Doorkeeper = () => Promise<boolean>;
let doorkeeper: Doorkeeper | null = null;
export function letIn(asks: Doorkeeper): () => void {
  doorkeeper = asks;
  return () => {
    if (doorkeeper === asks) doorkeeper = null;
  };
}

const kUnauthorized = 401;
const kSessionEnded = ['SIGN_IN_NEEDED', 'SESSION_UNKNOWN', 'SESSION_EXPIRED'];

async function sessionEnded(response: Response): Promise<boolean> {
  if (response.status !== kUnauthorized) return false;
  const told: unknown = await response.clone().json().catch(() => null);
  return kSessionEnded.includes((told as { code?: string } | null)?.code ?? '');
}

/** Any call, as this page makes it: for answers that are no JSON. */
export async function send(request: Request): Promise<Response> {
  const response = await sendOnce(request.clone());
  if (!doorkeeper || !(await sessionEnded(response))) return response;
  return (await doorkeeper()) ? sendOnce(request) : response;
}

/** A call that asks nobody to sign in again. */
export async function sendOnce(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', language);
  // What another site cannot send: see src/api/browser_session.hpp.
  if (request.method !== 'GET' && request.method !== 'HEAD') request.headers.set('X-Cabinet', '1');
  let response: Response;
  try {
    response = await fetch(request);
  } catch (cause) {
    throw request.signal.aborted ? cause : new SilentError('network');
  }
  answered.dispatchEvent(new CustomEvent('answer', { detail: response.status }));
  return response;
}

/** The same for answers that are read as JSON. */
async function ask(request: Request): Promise<Response> {
  const response = await send(request);
  if (!response.headers.get('Content-Type')?.includes('json')) return response;
  const { status, statusText, headers } = response;
  return new Response(keepingDigits(await response.text()), { status, statusText, headers });
}

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: ask });

/** The value of an answer; ProblemError when the system refuses, SilentError when there is no answer. */
export async function call<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    throw cause instanceof SyntaxError ? new SilentError('unreadable') : cause;
  });
  if (response.ok) return data as NonNullable<T>;
  throw typeof error === 'object' && error !== null && 'code' in error
    ? new ProblemError(error as Problem)
    : new SilentError(String(response.status));
}

/** Bytes as they are: texts of contracts, manifests to sign, files. */
export async function fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await send(new Request(path));
  if (!response.ok) throw await problemOf(response);
  return new Uint8Array(await response.arrayBuffer());
}

/** Sends exactly these bytes, which were signed: what is made of JSON anew may differ in a space. */
export async function sendBytes<T>(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  signal?: AbortSignal,
  method: 'POST' | 'PUT' = 'POST',
): Promise<T> {
  const request = new Request(path, {
    method,
    body: bytes,
    headers: { 'Content-Type': 'application/json', ...headers },
    signal,
  });
  const response = await ask(request);
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** A key for one intention of the user: the same when it is repeated, so that nothing is done twice. */
export const newKey = (): string => crypto.randomUUID();
