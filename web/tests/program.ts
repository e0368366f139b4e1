// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';

type Json = Record<string, unknown>;

/** A program of a company: signs with the PEM of the sandbox's people, and calls the interface. */
export class Program {
  private constructor(
    private readonly site: string,
    private readonly pem: string,
    private readonly token: string,
  ) {}

  static async signIn(site: string, pem: string): Promise<Program> {
    const headers = { 'Content-Type': 'application/json' };
    const asked = await fetch(`${site}/api/v1/sign-in/challenge`, { method: 'POST', headers });
    const { challenge } = (await asked.json()) as { challenge: string };
    const body = JSON.stringify({ challenge, signature: sign(pem, challenge, 'attached') });
    const opened = await fetch(`${site}/api/v1/sign-in`, { method: 'POST', headers, body });
    return new Program(site, pem, ((await opened.json()) as { token: string }).token);
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.site + path, { headers: { Authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** A signed document; its verdict, whatever it is. */
  async send(document: Json): Promise<Json> {
    const body = JSON.stringify(document);
    const answer = await fetch(`${this.site}/api/v1/documents`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        'X-Signature': sign(this.pem, body, 'detached'),
      },
      body,
    });
    return (await answer.json()) as Json;
  }
}

export function sign(pem: string, content: string, form: 'attached' | 'detached'): string {
  const options = ['cms', '-sign', '-binary', '-signer', pem, '-outform', 'DER', '-md', 'sha256'];
  return execFileSync('openssl', [...options, ...(form === 'attached' ? ['-nodetach'] : [])], { input: content }).toString('base64');
}
