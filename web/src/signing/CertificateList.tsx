// SPDX-License-Identifier: Apache-2.0
import { Button } from '@/ui/Button';
import { useText } from '@/ui/text';
import { Day } from '@/ui/values';
import { isExpired, type SigningCertificate } from './agent';

interface Props {
  certificates: readonly SigningCertificate[];
  action: string;
  busy: boolean;
  onChoose: (certificate: SigningCertificate) => void;
}

/** Those that have ended stay in sight, greyed, with the reason. */
export function CertificateList({ certificates, action, busy, onChoose }: Props) {
  const t = useText();
  const nameOf = (one: SigningCertificate) => (one.token ? t(`signing.token.${one.token}`) : one.organization || one.person);
  return (
    <ul className="keys">
      {certificates.map((one) => (
        <li key={one.id} className={isExpired(one) ? 'key key-ended' : 'key'}>
          <div>
            <strong>{nameOf(one)}</strong>
            <div className="small">
              {one.organization && <>{one.person} · </>}
              <span className="mono">{one.taxId}</span>
            </div>
            {one.until && (
              <div className="small quiet">
                {t(isExpired(one) ? 'signing.ended' : 'signing.good_until')} <Day date={one.until.slice(0, 10)} />
              </div>
            )}
          </div>
          <Button
            look="main"
            isDisabled={busy || isExpired(one)}
            onPress={() => onChoose(one)}
            aria-label={`${action}: ${nameOf(one)}`}
          >
            {action}
          </Button>
        </li>
      ))}
    </ul>
  );
}
