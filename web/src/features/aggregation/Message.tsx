// SPDX-License-Identifier: Apache-2.0
import { useText } from '@/ui/text';
import type { DeskView } from './desk';
import { toneOf } from './told';

/** What the last scan did, in letters that are read from two metres, and what to do next. */
export function Message({ view: { last, rejected } }: { view: DeskView }) {
  const t = useText();
  const tone = rejected ? 'bad' : last ? toneOf(last) : 'quiet';
  const values = { count: 0, size: 0, label: '', ...last };
  return (
    <div className={`packing-message packing-${tone}`} role="status" key={last?.turn ?? 0}>
      {rejected ? (
        <>
          <strong>{t('aggregation.taken_out', { title: rejected.title })}</strong>
          <span>{rejected.remedy}</span>
        </>
      ) : last ? (
        <>
          <strong>{t(`aggregation.told.${last.is}`, values)}</strong>
          <span>{t(`aggregation.next.${last.is}`)}</span>
        </>
      ) : (
        <strong>{t('aggregation.ready')}</strong>
      )}
    </div>
  );
}
