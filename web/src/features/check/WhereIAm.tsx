// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { PlainButton } from '@/ui/plain';
import { useText } from '@/ui/text';
import type { ReportFields } from './report';

const kDigits = 6;
const kPatienceMs = 15_000;

/** The place of the phone, when its owner wants to tell it: an address is easily mistyped in a shop. */
export function WhereIAm({ where, onWhere }: { where: ReportFields['where']; onWhere: (where: ReportFields['where']) => void }) {
  const t = useText();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  if (!('geolocation' in navigator)) return null;
  const ask = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onWhere({ latitude: coords.latitude.toFixed(kDigits), longitude: coords.longitude.toFixed(kDigits) });
      },
      () => setState('failed'),
      { timeout: kPatienceMs, enableHighAccuracy: true },
    );
  };
  return (
    <div className="row" aria-live="polite">
      {where ? (
        <>
          <span>
            {t('check.report.where')} <span className="mono">{`${where.latitude}, ${where.longitude}`}</span>
          </span>
          <PlainButton look="quiet" onClick={() => onWhere(null)}>
            {t('check.report.where_forget')}
          </PlainButton>
        </>
      ) : (
        <PlainButton onClick={ask} disabled={state === 'asking'}>
          {t('check.report.where_add')}
        </PlainButton>
      )}
      {state === 'failed' && <span className="field-hint">{t('check.report.where_failed')}</span>}
    </div>
  );
}
