// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

const kMostMs = 60_000;

/** The last letter that was sent to somebody, by the sandbox's folder of letters. */
export async function letterTo(country: 'ru' | 'uz', address: string, about: RegExp): Promise<string> {
  const folder = join(inject('folder'), country, 'mail');
  for (const until = Date.now() + kMostMs; Date.now() < until; ) {
    // What is being written has another name until it is whole.
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.eml'))) {
      const letter = readable(readFileSync(join(folder, name), 'utf8'));
      if (letter.includes(address) && about.test(letter)) return letter;
    }
    await new Promise((later) => setTimeout(later, 500));
  }
  throw new Error(`no letter to ${address} about ${about}`);
}

/** Text parts as they are read: base64 or quoted-printable taken off (RFC 2045). */
function readable(message: string): string {
  const parts = message.split(/\r?\n\r?\n/).map((part) => {
    const packed = part.replace(/\s/g, '');
    return /^[A-Za-z0-9+/]{40,}={0,2}$/.test(packed) ? Buffer.from(packed, 'base64').toString('utf8') : part.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  });
  return parts.join('\n\n');
}
