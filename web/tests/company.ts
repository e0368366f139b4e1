// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import { jsonOf } from '@/api/whole_numbers';
import { dayFromNow, kCast, type Country } from './cast';

/** How long codes may take to be made. */
const kMostMs = 60_000;

/** A company of the sandbox at its own program: what a journey needs to be there before it begins. */
export class Company {
  private constructor(
    private readonly country: Country,
    private readonly site: string,
    private readonly key: string,
    private readonly token: string,
  ) {}

  static of(country: Country, name: string): Promise<Company> {
    return Company.by(country, join(inject('folder'), country, 'people', `${name}.pem`));
  }
  /** Somebody of it, with a key of his own. */
  static async by(country: Country, key: string): Promise<Company> {
    const site = inject('sites')[country];
    const { token } = await json<{ token: string }>(`${site}/api/v1/sign-in`, { method: 'POST', body: JSON.stringify(await entry(site, key)) });
    return new Company(country, site, key, token);
  }

  /** Its head is signed in there, as by the page of signing in. */
  async enter(context: BrowserContext): Promise<void> {
    const answer = await context.request.post(`${this.site}/api/v1/sign-in`, { headers: { 'X-Cabinet': '1' }, data: { ...(await entry(this.site, this.key)), cookie: true } });
    if (!answer.ok()) throw new Error(await answer.text());
  }

  /** A document that must be accepted; its number. */
  async send(document: object): Promise<string> {
    const verdict = await this.judge(document);
    if (verdict.status !== 'accepted') throw new Error(JSON.stringify(verdict));
    return verdict.document;
  }
  /** A document and its verdict, whatever it is. */
  judge(document: object): Promise<{ document: string; status: string }> {
    const body = JSON.stringify(document);
    const headers = { 'X-Signature': signed(this.key, body, false), 'Idempotency-Key': crypto.randomUUID() };
    return this.ask('/api/v1/documents', { method: 'POST', body, headers });
  }
  /** A call that is confirmed by a signature about its body. */
  async confirm<T>(path: string, said: object, method = 'POST'): Promise<T> {
    const body = jsonOf(said);
    const request = createHash('sha256').update(body).digest('hex');
    const { challenge } = await this.ask<{ challenge: string }>('/api/v1/step-up/challenge', { method: 'POST', body: JSON.stringify({ request }) });
    const headers = { 'X-Step-Up': signed(this.key, challenge, true), 'Idempotency-Key': crypto.randomUUID() };
    return this.ask(path, { method, body, headers });
  }

  /** A call that changes something and needs no signature. */
  tell<T>(path: string, said: object, method = 'POST'): Promise<T> {
    return this.ask(path, { method, body: JSON.stringify(said), headers: { 'Idempotency-Key': crypto.randomUUID() } });
  }
  ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    return json<T>(this.site + path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${this.token}` } });
  }

  /** Keeps a picture of own goods; gives its name. */
  async photo(gtin: string, picture: Buffer): Promise<string> {
    const headers = { 'Content-Type': 'image/png', 'Idempotency-Key': crypto.randomUUID() };
    const said = await this.ask<{ photo: string }>(`/api/v1/cards/${gtin}/photos`, { method: 'POST', body: new Uint8Array(picture), headers });
    return said.photo;
  }

  private topUp(): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
    return this.ask('/api/v1/account/top-up', { method: 'POST', body: JSON.stringify({ amount: 1_000_000 }), headers });
  }

  /** New codes of a product, as they are printed. */
  async codes(group: string, gtin: string, quantity: number, release_method: string): Promise<{ order: string; codes: string[] }> {
    const order = await this.send({ kind: 'order_codes', group, release_method, lines: [{ gtin, quantity }] });
    let told = '';
    const fetched = async () => {
      const response = await fetch(`${this.site}/api/v1/orders/${order}/lines/0/codes?format=txt`, { headers: { Authorization: `Bearer ${this.token}` } });
      told = await response.text();
      return response.ok ? told.split('\n').filter(Boolean) : [];
    };
    let codes = await fetched();
    // Another journey may have spent what the company had.
    if (codes.length !== quantity) await this.topUp();
    for (const until = Date.now() + kMostMs; codes.length !== quantity && Date.now() < until; ) {
      await new Promise((later) => setTimeout(later, 250));
      codes = await fetched();
    }
    if (codes.length !== quantity) throw new Error(`${codes.length} codes of ${quantity}: ${told.slice(0, 500)}`);
    return { order, codes };
  }

  /** New codes of drinking water that are on the bottles; in circulation, where the country's rules want nothing more. */
  async water(quantity: number, batch = ''): Promise<string[]> {
    const { maker } = kCast[this.country];
    const { codes } = await this.codes('water', maker.gtin, quantity, maker.release);
    const country = this.country.toUpperCase();
    await this.send({ kind: 'apply', produced_on: dayFromNow(-6), expires_on: dayFromNow(300), country, ...(batch ? { batch } : {}), codes });
    return codes;
  }
  /** The same in circulation. */
  async waterOnSale(quantity: number): Promise<string[]> {
    const codes = await this.water(quantity);
    if (this.country === 'ru') await this.send({ kind: 'introduce', way: 'own_production', codes });
    return codes;
  }
}

export async function json<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, { ...init, headers: { 'Content-Type': 'application/json', ...init.headers } });
  const text = await response.text();
  const told = (text ? JSON.parse(text) : null) as T;
  if (!response.ok && !(told as { objections?: unknown } | null)?.objections) throw new Error(JSON.stringify(told));
  return told;
}

/** What opens a session. */
async function entry(site: string, key: string): Promise<{ challenge: string; signature: string }> {
  const { challenge } = await json<{ challenge: string }>(`${site}/api/v1/sign-in/challenge`, { method: 'POST' });
  return { challenge, signature: signed(key, challenge, true) };
}

/** CMS SignedData in base64, as docs/examples has it. */
export function signed(key: string, content: string, attached: boolean): string {
  const how = ['cms', '-sign', '-binary', '-signer', key, '-outform', 'DER', ...(attached ? ['-nodetach'] : [])];
  return execFileSync('openssl', how, { input: content, stdio: ['pipe', 'pipe', 'ignore'] }).toString('base64');
}
