// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isExpired } from './agent';
import { fromBase64, utf8 } from './bytes';
import { readName } from './cryptopro';
import { readAlias } from './eimzo';
import { KeyFileAgent } from './key_file';

const folder = mkdtempSync(join(tmpdir(), 'tamga-signing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const openssl = (...given: string[]) => execFileSync('openssl', given, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name))) as Uint8Array<ArrayBuffer>;

// Two invented people: an elliptic key and RSA, each in a file as OpenSSL writes it.
beforeAll(() => {
  for (const [name, ...kind] of [
    ['ec', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ['rsa', '-newkey', 'rsa:2048'],
  ] as const) {
    openssl('req', '-x509', ...kind, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.crt`, '-days', '30', '-subj', '/CN=Sinov Sinovov/O=Sinov MCHJ/UID=301234513');
    openssl('pkcs12', '-export', '-inkey', `${name}.key`, '-in', `${name}.crt`, '-out', `${name}.p12`, '-passout', 'pass:tamga');
  }
  openssl('pkcs12', '-export', '-inkey', 'ec.key', '-in', 'ec.crt', '-out', 'plain.p12', '-passout', 'pass:');
});

/** OpenSSL is the judge: it knows nothing of how the signature was made. */
function verify(name: string, signature: string, content: Uint8Array | null): Buffer {
  writeFileSync(join(folder, 'made.p7s'), fromBase64(signature));
  const detached = content ? ['-content', 'content.bin'] : [];
  if (content) writeFileSync(join(folder, 'content.bin'), content);
  return openssl('cms', '-verify', '-binary', '-inform', 'DER', '-in', 'made.p7s', ...detached, '-CAfile', `${name}.crt`, '-purpose', 'any');
}

describe.each(['ec', 'rsa'])('a key file (%s)', (name) => {
  test('signs a text with its content', async () => {
    const agent = await KeyFileAgent.open(bytesOf(`${name}.p12`), 'tamga');
    const [certificate] = await agent.list();
    expect(certificate).toMatchObject({ person: 'Sinov Sinovov', organization: 'Sinov MCHJ', taxId: '301234513' });
    const signature = await agent.sign(certificate!, utf8('tamga sign-in sinov ʻ'), 'attached');
    expect(verify(name, signature, null).toString()).toBe('tamga sign-in sinov ʻ');
  });

  test('signs bytes without them, in DER of definite lengths', async () => {
    const agent = await KeyFileAgent.open(bytesOf(`${name}.p12`), 'tamga');
    const content = utf8('{"kind":"ship"}');
    const signature = await agent.sign((await agent.list())[0]!, content, 'detached');
    verify(name, signature, content);
    expect(() => verify(name, signature, utf8('{"kind":"shop"}'))).toThrow();
  });
});

test('a file in PEM needs no password', async () => {
  const text = ['ec.key', 'ec.crt'].map((one) => readFileSync(join(folder, one), 'utf8')).join('');
  const agent = await KeyFileAgent.open(utf8(text), '');
  verify('ec', await agent.sign((await agent.list())[0]!, utf8('x'), 'detached'), utf8('x'));
});

test('a wrong password and a wrong file are told apart', async () => {
  await expect(KeyFileAgent.open(bytesOf('ec.p12'), 'other')).rejects.toMatchObject({ reason: 'password_wrong' });
  await expect(KeyFileAgent.open(utf8('no key at all'), 'tamga')).rejects.toMatchObject({ reason: 'file_unreadable' });
  await expect(KeyFileAgent.open(bytesOf('ec.crt'), 'tamga')).rejects.toMatchObject({ reason: 'file_unreadable' });
});

test('names that agents print are read whatever their order', () => {
  const alias = readAlias('cn=sinov sinovov,o="sinov" mchj, filial,1.2.860.3.16.1.1=301234513,validto=2027.03.01 12:00:00');
  expect(alias.get('STIR')).toBe('301234513');
  expect(alias.get('O')).toBe('"SINOV" MCHJ, FILIAL');
  const name = readName('CN="ООО ""Образец"", филиал", SN=Образцов, G=Образец, ИНН ЮЛ=9800000006');
  expect(name.get('CN')).toBe('ООО "Образец", филиал');
  expect(name.get('ИНН ЮЛ')).toBe('9800000006');
});

test('a certificate that has ended is known by its day', () => {
  const one = { id: '', person: '', organization: '', taxId: '', from: '', until: '2026-01-01T00:00:00Z' };
  expect(isExpired(one, Date.parse('2026-01-01T00:00:01Z'))).toBe(true);
  expect(isExpired({ ...one, until: '' })).toBe(false);
});
