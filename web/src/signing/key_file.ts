// SPDX-License-Identifier: Apache-2.0
import { fromBER, type ObjectIdentifier } from 'asn1js';
import {
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
} from 'pkijs';
import { AgentError, type Form, type SigningAgent, type SigningCertificate } from './agent';
import { fromBase64 } from './bytes';
import { importAlgorithm, signCms, type HeldKey } from './cms';
import { describeCertificate } from './subject';

const kShroudedKeyBag = '1.2.840.113549.1.12.10.1.2';
const kKeyBag = '1.2.840.113549.1.12.10.1.1';
const kCertBag = '1.2.840.113549.1.12.10.1.3';

/** A key in a file (PKCS#12 or PEM), read in the page: neither the file nor its password is sent anywhere. */
export class KeyFileAgent implements SigningAgent {
  readonly kind = 'key_file';
  private constructor(
    private readonly held: HeldKey,
    private readonly shown: SigningCertificate,
  ) {}

  /** Throws AgentError: password_wrong, file_old, file_unreadable, key_unsupported. */
  static async open(file: Uint8Array<ArrayBuffer>, password: string): Promise<KeyFileAgent> {
    const text = new TextDecoder().decode(file.subarray(0, 4096));
    const held = text.includes('-----BEGIN') ? await readPem(new TextDecoder().decode(file)) : await readPfx(file, password);
    return new KeyFileAgent(held, describeCertificate('file', held.certificate));
  }

  list(): Promise<SigningCertificate[]> {
    return Promise.resolve([this.shown]);
  }
  sign(_certificate: SigningCertificate, content: Uint8Array<ArrayBuffer>, form: Form): Promise<string> {
    return signCms(this.held, content, form);
  }
}

async function importKey(info: PrivateKeyInfo): Promise<CryptoKey> {
  const parameters = info.privateKeyAlgorithm.algorithmParams as ObjectIdentifier | undefined;
  const algorithm = importAlgorithm(info.privateKeyAlgorithm.algorithmId, parameters?.valueBlock?.toString());
  if (!algorithm) throw new AgentError('key_unsupported', info.privateKeyAlgorithm.algorithmId);
  return crypto.subtle.importKey('pkcs8', info.toSchema().toBER(false), algorithm, false, ['sign']);
}

/** The certificate of the key is the one that none of the others issued from it: its issuer is not itself among them
 * as a subject of another key. In files of one person it comes first. */
function arrange(key: CryptoKey, certificates: Certificate[]): HeldKey {
  const issuers = new Set(certificates.filter((one) => !selfSigned(one)).map((one) => one.issuer.toString()));
  const own = certificates.find((one) => !issuers.has(one.subject.toString())) ?? certificates[0];
  if (!own) throw new AgentError('file_unreadable', 'no certificate');
  return { key, certificate: own, chain: certificates.filter((one) => one !== own && !selfSigned(one)) };
}
const selfSigned = (one: Certificate): boolean => one.issuer.isEqual(one.subject);

async function readPem(text: string): Promise<HeldKey> {
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z ]+)-----([^-]+)-----END/g)];
  const key = blocks.find(([, name]) => name === 'PRIVATE KEY')?.[2];
  if (!key) throw new AgentError('file_unreadable', 'no private key');
  const certificates = blocks
    .filter(([, name]) => name === 'CERTIFICATE')
    .map(([, , body]) => Certificate.fromBER(fromBase64(body ?? '').buffer));
  return arrange(await importKey(PrivateKeyInfo.fromBER(fromBase64(key).buffer)), certificates);
}

async function readPfx(file: Uint8Array<ArrayBuffer>, password: string): Promise<HeldKey> {
  const secret = new TextEncoder().encode(password).buffer as ArrayBuffer;
  if (fromBER(file.slice().buffer).offset === -1) throw new AgentError('file_unreadable');
  const pfx = PFX.fromBER(file.slice().buffer);
  const bags = await openSafes(pfx, secret);
  const shrouded = bags.find((bag) => bag.bagId === kShroudedKeyBag)?.bagValue;
  const plain = bags.find((bag) => bag.bagId === kKeyBag)?.bagValue;
  let info = plain as PrivateKeyInfo | undefined;
  if (shrouded instanceof PKCS8ShroudedKeyBag) {
    await (shrouded as unknown as { parseInternalValues(given: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({ password: secret });
    info = shrouded.parsedValue;
  }
  if (!info) throw new AgentError('file_unreadable', 'no private key');
  const certificates = bags
    .filter((bag) => bag.bagId === kCertBag)
    .map((bag) => (bag.bagValue as CertBag).parsedValue as Certificate);
  return arrange(await importKey(info), certificates);
}

async function openSafes(pfx: PFX, secret: ArrayBuffer): Promise<SafeBag[]> {
  try {
    await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
  } catch (cause) {
    throw new AgentError(/integrity|password/i.test(String(cause)) ? 'password_wrong' : 'file_old', String(cause));
  }
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new AgentError('file_unreadable');
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) });
  } catch (cause) {
    throw new AgentError('file_old', String(cause));
  }
  const opened = safe.parsedValue as { safeContents: { value: { safeBags: SafeBag[] } }[] };
  return opened.safeContents.flatMap((one) => one.value.safeBags);
}
