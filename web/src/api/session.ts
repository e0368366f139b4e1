// SPDX-License-Identifier: Apache-2.0

const kIdle = 'tamga.idle_seconds';
const kUsed = 'tamga.used_at';
const kUsualIdle = 1_800;

/** Told when somebody has signed in again in a page that was left open. */
export const sessionAgain = new EventTarget();

/** A session that is not used for so long ends; the same for every window of the browser. */
export function sessionBegan(idleSeconds: number): void {
  localStorage.setItem(kIdle, String(idleSeconds || kUsualIdle));
  sessionUsed();
}

/** The system was asked for something: from here it counts anew, in other windows too. */
export const sessionUsed = (): void => localStorage.setItem(kUsed, String(Date.now()));

/** Seconds until the session ends for want of use. */
export function secondsLeft(now = Date.now()): number {
  const idle = Number(localStorage.getItem(kIdle)) || kUsualIdle;
  const used = Number(localStorage.getItem(kUsed)) || now;
  return idle - Math.floor((now - used) / 1_000);
}
