// SPDX-License-Identifier: Apache-2.0
import type { Certificate } from 'pkijs';
import type { SigningCertificate } from './agent';

/** Fields of a subject by object identifier: docs/formats/signatures.md, "Whose certificate it is". */
const kTaxNumbers = ['1.2.643.100.4', '1.2.860.3.16.1.1', '1.2.643.3.131.1.1', '0.9.2342.19200300.100.1.1'];
const kOrganization = '2.5.4.10';
const kName = '2.5.4.3';
const kSurname = '2.5.4.4';
const kGivenName = '2.5.4.42';

/** How a certificate is shown to be chosen. */
export function describeCertificate(id: string, certificate: Certificate): SigningCertificate {
  const fields = new Map(
    certificate.subject.typesAndValues.map((one) => [one.type as string, String(one.value.valueBlock.value)]),
  );
  const names = [fields.get(kSurname), fields.get(kGivenName)].filter(Boolean).join(' ');
  return {
    id,
    person: names || (fields.get(kName) ?? ''),
    organization: fields.get(kOrganization) ?? '',
    taxId: kTaxNumbers.map((type) => fields.get(type)).find(Boolean) ?? '',
    from: certificate.notBefore.value.toISOString(),
    until: certificate.notAfter.value.toISOString(),
  };
}
