// SPDX-License-Identifier: Apache-2.0
import { api, call, sendOnce } from '@/api/client';
import { meQuery, queryClient, type Schemas } from '@/api/queries';
import { sessionAgain, sessionBegan } from '@/api/session';
import { utf8 } from './bytes';
import type { Signer } from './signer';

/** Whoever holds the key signs in: the text is signed with its content, the session lies in a cookie. */
async function openSession({ agent, certificate }: Signer): Promise<void> {
  const { challenge } = await call(api.POST('/api/v1/sign-in/challenge'));
  const signature = await agent.sign(certificate, utf8(challenge), 'attached');
  const opened = await call(api.POST('/api/v1/sign-in', { body: { challenge, signature, cookie: true } }));
  sessionBegan(opened.idle_seconds);
}

export async function signIn(signer: Signer): Promise<void> {
  await openSession(signer);
  await begin();
}

/** The session was opened: what is known of somebody else is forgotten. */
export async function begin(): Promise<void> {
  queryClient.removeQueries();
  await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
}

type Person = Pick<Schemas['Me'], 'user' | 'participant'>;
const samePerson = (one: Person, other: Person) => one.user === other.user && one.participant.tax_id === other.participant.tax_id;

/** Signs in over a page that stays as it is. Somebody else may not see what is there: the cabinet is opened anew. */
export async function signInAgain(signer: Signer, before: Person): Promise<boolean> {
  await openSession(signer);
  return isAgain(before);
}

/** Whether the same person is signed in now, by this window or by another one. */
export async function isAgain(before: Person): Promise<boolean> {
  const response = await sendOnce(new Request('/api/v1/me'));
  if (!response.ok) return false;
  const me = (await response.json()) as Schemas['Me'];
  if (!samePerson(me, before)) {
    location.assign('/home');
    return false;
  }
  queryClient.setQueryData(meQuery.queryKey, me);
  sessionAgain.dispatchEvent(new Event('again'));
  return true;
}

/** Where to after signing in: back to the page that asked for it, on this site only. */
export function nextPage(wanted: string | undefined): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
