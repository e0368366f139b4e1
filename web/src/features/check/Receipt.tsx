// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import type { Schemas } from '@/api/queries';
import { PlainButton } from '@/ui/plain';
import { useText } from '@/ui/text';
import { Facts, useCopy } from '@/ui/values';
import { placeOfReport } from './report_memory';

/** Number and word: all that is left to whoever reported. */
export function Receipt({ receipt, hasLetter }: { receipt: Schemas['ViolationReceipt']; hasLetter: boolean }) {
  const t = useText();
  const copy = useCopy();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div className="notice notice-good" role="status" tabIndex={-1} ref={place}>
      <strong>{t('check.report.sent')}</strong>
      <p>{t('check.report.keep')}</p>
      <Facts
        rows={[
          [t('check.report.number'), <strong key="number" className="mono">{receipt.violation}</strong>],
          [t('check.report.word'), <strong key="word" className="mono">{receipt.key}</strong>],
        ]}
      />
      {hasLetter && <p>{t('check.report.letter')}</p>}
      <div className="row">
        <PlainButton onClick={() => copy(`${receipt.violation} ${receipt.key}`)}>{t('ui.copy')}</PlainButton>
        <a href={placeOfReport(receipt)}>{t('check.report.status')}</a>
      </div>
    </div>
  );
}
