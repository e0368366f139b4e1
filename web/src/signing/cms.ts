// SPDX-License-Identifier: Apache-2.0
import { Integer, ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Form } from './agent';
import { toBase64 } from './bytes';

const kData = '1.2.840.113549.1.7.1';
const kSignedData = '1.2.840.113549.1.7.2';
const kContentType = '1.2.840.113549.1.9.3';
const kMessageDigest = '1.2.840.113549.1.9.4';
const kSigningTime = '1.2.840.113549.1.9.5';

/** A key that never leaves the browser, its certificate, and those between it and a root. */
export interface HeldKey {
  key: CryptoKey;
  certificate: Certificate;
  chain: Certificate[];
}

/**
 * CMS SignedData (RFC 5652) as docs/formats/signatures.md demands: content type data, one signer, the signed
 * attributes content type, message digest and signing time, the certificates along. In base64.
 */
export async function signCms(held: HeldKey, content: Uint8Array<ArrayBuffer>, form: Form, now = new Date()): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', content);
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: held.certificate.issuer,
      serialNumber: new Integer({ valueHex: held.certificate.serialNumber.valueBlock.valueHexView.slice().buffer }),
    }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new Attribute({ type: kContentType, values: [new ObjectIdentifier({ value: kData })] }),
        new Attribute({ type: kSigningTime, values: [new UTCTime({ valueDate: now })] }),
        new Attribute({ type: kMessageDigest, values: [new OctetString({ valueHex: digest })] }),
      ],
    }),
  });
  const message = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: kData }),
    signerInfos: [signer],
    certificates: [held.certificate, ...held.chain],
  });
  if (form === 'attached') {
    // One piece: what is constructed of pieces is the same to the verifier, and longer.
    message.encapContentInfo.eContent = new OctetString({ valueHex: content.slice().buffer });
  }
  await message.sign(held.key, 0, 'SHA-256', content.slice().buffer);
  const whole = new ContentInfo({ contentType: kSignedData, content: message.toSchema(true) });
  return toBase64(new Uint8Array(whole.toSchema().toBER(false)));
}

/** How WebCrypto is told which kind of key it gets, by the key's own description. */
export function importAlgorithm(algorithm: string, curve?: string): EcKeyImportParams | RsaHashedImportParams | null {
  if (algorithm === '1.2.840.113549.1.1.1') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  if (algorithm !== '1.2.840.10045.2.1') return null;
  if (curve === '1.2.840.10045.3.1.7') return { name: 'ECDSA', namedCurve: 'P-256' };
  return curve === '1.3.132.0.34' ? { name: 'ECDSA', namedCurve: 'P-384' } : null;
}
