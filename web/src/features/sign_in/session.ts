// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { meQuery, queryClient } from '@/api/queries';
import { utf8 } from '@/signing/bytes';
import type { Signer } from '@/signing/signer';

const kIdleKey = 'tamga.idle_seconds';

/** Whoever holds the key signs in: the text is signed with its content, the session lies in a cookie. */
export async function signIn({ agent, certificate }: Signer): Promise<void> {
  const { challenge } = await call(api.POST('/api/v1/sign-in/challenge'));
  const signature = await agent.sign(certificate, utf8(challenge), 'attached');
  const opened = await call(api.POST('/api/v1/sign-in', { body: { challenge, signature, cookie: true } }));
  await begin(opened.idle_seconds);
}

/** The session was opened: what is known of somebody else is forgotten. */
export async function begin(idleSeconds: number): Promise<void> {
  sessionStorage.setItem(kIdleKey, String(idleSeconds));
  queryClient.removeQueries();
  await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
}

/** Where to after signing in: back to the page that asked for it, on this site only. */
export function nextPage(wanted: string | undefined): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
