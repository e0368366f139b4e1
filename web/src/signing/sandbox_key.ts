// SPDX-License-Identifier: Apache-2.0
import { Certificate } from 'pkijs';
import { api, call } from '@/api/client';
import type { Form, SigningAgent, SigningCertificate } from './agent';
import { fromBase64, toBase64 } from './bytes';
import { signCms } from './cms';
import { describeCertificate } from './subject';

const kDatabase = 'tamga.sandbox_keys';
const kStore = 'keys';

/** What is kept in the browser: a key that nobody can export, not even this page. */
interface KeptKey {
  company: string;
  key: CryptoKey;
  certificate: string;
}

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(kDatabase, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(kStore, { keyPath: 'company' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}

async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const kept = await database();
  return new Promise<T>((resolve, reject) => {
    const request = ask(kept.transaction(kStore, mode).objectStore(kStore));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  }).finally(() => kept.close());
}

const describe = (kept: KeptKey): SigningCertificate =>
  describeCertificate(kept.company, Certificate.fromBER(fromBase64(kept.certificate).buffer));

/** Keys of a sandbox: made by the browser, certified by the test authority for invented companies. */
export class SandboxKeyAgent implements SigningAgent {
  readonly kind = 'sandbox_key';

  async list(): Promise<SigningCertificate[]> {
    const kept = await within<KeptKey[]>('readonly', (store) => store.getAll());
    return kept.map(describe);
  }

  async sign(certificate: SigningCertificate, content: Uint8Array<ArrayBuffer>, form: Form): Promise<string> {
    const kept = await within<KeptKey>('readonly', (store) => store.get(certificate.id));
    const held = { key: kept.key, certificate: Certificate.fromBER(fromBase64(kept.certificate).buffer), chain: [] };
    return signCms(held, content, form);
  }

  /** A key for the part of this company's head; replaces the one that was there. */
  static async make(company: string): Promise<SigningCertificate> {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const shape = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
    const issued = await call(
      api.POST('/api/v1/sandbox/certificates', { body: { company, public_key: toBase64(shape) } }),
    );
    const kept: KeptKey = { company, key: pair.privateKey, certificate: issued.certificate };
    await within('readwrite', (store) => store.put(kept));
    return describe(kept);
  }
}
