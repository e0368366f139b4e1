// SPDX-License-Identifier: Apache-2.0

/** Signing in through a portal that was begun in this window; the handle is shown to nobody else. */
export interface Attempt {
  provider: string;
  handle: string;
  next?: string;
}

const kKey = 'tamga.portal';

export const keepAttempt = (attempt: Attempt): void => sessionStorage.setItem(kKey, JSON.stringify(attempt));

/** Once: the portal's answer is good once too. */
export function takeAttempt(): Attempt | null {
  const kept = sessionStorage.getItem(kKey);
  sessionStorage.removeItem(kKey);
  return kept ? (JSON.parse(kept) as Attempt) : null;
}
