// SPDX-License-Identifier: Apache-2.0
import { Certificate } from 'pkijs';
import type { SigningCertificate } from './agent';
import { fromBase64, toBase64 } from './bytes';
import { describeCertificate } from './subject';

export interface CertificateFile {
  /** As documents carry it: PEM as it is, or DER in base64. */
  text: string;
  /** What the page reads in it; the system decides whose it is. */
  shown: SigningCertificate;
}

const kBase64 = /^[A-Za-z0-9+/=\s]+$/;
const kPem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/;

/** Opens .cer, .crt, .der or .pem; null: there is no certificate in it. */
export function openCertificate(bytes: Uint8Array<ArrayBuffer>): CertificateFile | null {
  const written = new TextDecoder('latin1').decode(bytes);
  const pem = kPem.exec(written)?.[0];
  try {
    const der = pem || kBase64.test(written) ? fromBase64(pem ?? written) : bytes;
    const shown = describeCertificate('file', Certificate.fromBER(der.buffer.slice(der.byteOffset, der.byteOffset + der.byteLength)));
    return { text: pem ? written : toBase64(der), shown };
  } catch {
    return null;
  }
}
