// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { photoOf } from './symbols';

const sign = (content: string, pem: string, attached: boolean): string =>
  execFileSync('openssl', ['cms', '-sign', '-binary', '-signer', pem, '-outform', 'DER', '-md', 'sha256', ...(attached ? ['-nodetach'] : [])], {
    input: content,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).toString('base64');

interface Answer {
  [name: string]: unknown;
}

/** A company of the sandbox as its own program: signs in, sends documents, fetches codes. */
export class Participant {
  private constructor(
    private readonly site: string,
    private readonly pem: string,
    private readonly token: string,
  ) {}

  static async come(country: 'ru' | 'uz', company: string): Promise<Participant> {
    const site = inject('sites')[country];
    const pem = join(inject('folder'), country, 'people', `${company}.pem`);
    const { challenge } = await answer(`${site}/api/v1/sign-in/challenge`, { method: 'POST' });
    const body = JSON.stringify({ challenge, signature: sign(String(challenge), pem, true) });
    const { token } = await answer(`${site}/api/v1/sign-in`, { method: 'POST', body });
    return new Participant(site, pem, String(token));
  }

  /** Sends a signed document; gives its number. */
  async send(document: Answer): Promise<string> {
    const body = JSON.stringify(document);
    const verdict = await answer(`${this.site}/api/v1/documents`, {
      method: 'POST',
      body,
      headers: { ...this.bearer, 'X-Signature': sign(body, this.pem, false), 'Idempotency-Key': randomUUID() },
    });
    if (verdict.status !== 'accepted') throw new Error(JSON.stringify(verdict));
    return String(verdict.document);
  }

  /** The codes of an order's first line, as they are printed. */
  async codes(order: string, count: number): Promise<string[]> {
    const path = `/api/v1/orders/${order}/lines/0/codes?from=0&count=${count}&format=txt`;
    const response = await fetch(this.site + path, { headers: this.bearer });
    if (!response.ok) throw new Error(await response.text());
    return (await response.text()).split('\n').filter(Boolean);
  }

  /** Keeps a picture of own goods; gives its name. */
  async photo(gtin: string, picture: Buffer): Promise<string> {
    const said = await answer(`${this.site}/api/v1/cards/${gtin}/photos`, {
      method: 'POST',
      body: new Uint8Array(picture),
      headers: { ...this.bearer, 'Content-Type': 'image/png', 'Idempotency-Key': randomUUID() },
    });
    return String(said.photo);
  }

  private get bearer() {
    return { Authorization: `Bearer ${this.token}` };
  }
}

async function answer(path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(path, { ...request, headers: { 'Content-Type': 'application/json', ...(request.headers as Record<string, string>) } });
  const said = (await response.json()) as Answer;
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
  return said;
}

const kWater = '04787001000012';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Of the codes of water: 13 characters behind the GTIN. */
const serialOf = (code: string): string => code.slice(18, 31);

async function cardOf(maker: Participant): Promise<Answer> {
  const said: Answer = {
    name_ru: 'Вода питьевая газированная, 0,5 л',
    name_uz: 'Gazlangan ichimlik suvi, 0,5 l',
    name_en: 'Sparkling drinking water, 0.5 l',
    brand: 'Togʻ buloq',
    tn_ved: '2201101100',
    ikpu: '02201001001000000',
    origin: 'UZ',
    producer: '«Togʻ buloq» MChJ',
    carbonation: 'sparkling',
  };
  const measures = [
    { id: 'net_amount', value: '0.5', unit: 'l' },
    { id: 'shelf_life', value: '12', unit: 'month' },
  ];
  return {
    gtin: kWater,
    group: 'water',
    level: 'UNIT',
    attributes: [...Object.entries(said).map(([id, value]) => ({ id, value })), ...measures],
    photos: [await maker.photo(kWater, await photoOf(kWater))],
  };
}

/** Codes of drinking water in each state that a buyer may meet, of a company of the sandbox. */
export async function waterInShops() {
  const maker = await Participant.come('uz', 'waterworks');
  await maker.send({ kind: 'publish_card', card: await cardOf(maker) });
  const order = await maker.send({
    kind: 'order_codes',
    group: 'water',
    release_method: 'OWN_PRODUCTION',
    lines: [{ gtin: kWater, quantity: 12 }],
  });
  const [onSale = '', made = '', sold = '', expired = '', recalled = '', ...others] = await maker.codes(order, 12);
  // Its serial stands in an address, where a last part with a dot means a file.
  const linked = others.find((code) => !serialOf(code).includes('.')) ?? '';
  const lot = randomUUID().slice(0, 8);
  const apply = (codes: string[], expires: string, batch: string) =>
    maker.send({ kind: 'apply', produced_on: day(-30), expires_on: expires, batch, codes });
  await apply([onSale, sold, linked], day(300), `${lot}-1`);
  await apply([expired], day(-1), `${lot}-2`);
  await apply([recalled], day(300), `${lot}-3`);
  await maker.send({ kind: 'withdraw', reason: 'OWN_USE', primary_document: 'act 1', codes: [sold] });
  await maker.send({
    kind: 'recall',
    gtin: kWater,
    batch: `${lot}-3`,
    reason: 'taste',
    instruction: 'Bring the bottles back to the shop.',
  });
  return { gtin: kWater, onSale, made, sold, expired, recalled, linked, serial: serialOf(linked) };
}
