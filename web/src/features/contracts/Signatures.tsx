// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { DownloadLink } from '@/ui/DownloadLink';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';
import { signedBy } from './state';

/** The signatures of both sides as files, each with all that proves it without this system. */
export function Signatures({ one }: { one: Schemas['Contract'] }) {
  const t = useText();
  const signed = signedBy(one);
  if (!signed.length) return null;
  const address = `/api/v1/contracts/${one.contract}`;
  const name = `contract_${one.contract}`;
  return (
    <Card
      title={t('contracts.signatures')}
      actions={
        <DownloadLink href={`${address}/manifest`} name={`${name}_manifest.txt`}>
          {t('contracts.manifest')}
        </DownloadLink>
      }
    >
      <p className="quiet">{t('contracts.verify_offline')}</p>
      <ul className="checklist">
        {signed.map(({ party, at }) => (
          <li key={party}>
            <div className="stack-tight">
              <strong>{t(`contracts.party.${party}`)}</strong>
              <span className="quiet small">
                <Moment at={at} />
              </span>
            </div>
            <div className="row">
              <DownloadLink href={`${address}/signatures/${party}`} name={`${name}_${party}.p7s`}>
                {t('contracts.signature_of', { party })}
              </DownloadLink>
              <DownloadLink href={`${address}/evidence/${party}`} name={`${name}_${party}.tar`}>
                {t('contracts.evidence_of', { party })}
              </DownloadLink>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
