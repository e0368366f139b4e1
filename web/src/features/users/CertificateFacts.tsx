// SPDX-License-Identifier: Apache-2.0
import type { SigningCertificate } from '@/signing/agent';
import { useText } from '@/ui/text';
import { Day, Facts } from '@/ui/values';

export function CertificateFacts({ certificate }: { certificate: SigningCertificate }) {
  const t = useText();
  return (
    <Facts
      rows={[
        [t('users.person'), certificate.person],
        [t('users.organization'), certificate.organization || '—'],
        [t('users.tax_id'), <span key="tax" className="mono">{certificate.taxId || '—'}</span>],
        [t('users.good_from'), <Day key="from" date={certificate.from.slice(0, 10)} />],
        [t('users.certificate_ends'), <Day key="until" date={certificate.until.slice(0, 10)} />],
      ]}
    />
  );
}
