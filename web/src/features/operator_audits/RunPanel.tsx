// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSystem } from '@/api/queries';
import { Button } from '@/ui/Button';
import { SidePanel } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts, Moment, Status, moneyText, useCopy } from '@/ui/values';
import type { Run } from './subjects';

/** What one audit read, and where the chains of the journal ended then. */
export function RunPanel({ run, onClose }: { run: Run; onClose: () => void }) {
  const t = useText();
  const { locale } = useIntl();
  const copy = useCopy();
  const currency = useSystem()?.currency ?? '';
  const shown = (measure: string, number: number): ReactNode =>
    measure === 'debits' || measure === 'credits' ? moneyText(number, currency, locale) : <Count value={number} />;
  const heads = run.report.heads;
  return (
    <SidePanel title={t(`operator_audits.subject.${run.subject}`)} isOpen onClose={onClose}>
      <Status tone={run.finding ? 'bad' : 'good'}>{t(run.finding ? 'operator_audits.damaged' : 'operator_audits.whole')}</Status>
      {run.finding && (
        <Notice tone="bad">
          <strong>{run.finding.title}</strong>
          <p>
            {run.finding.remedy} <span className="mono small">{run.finding.code}</span>
          </p>
        </Notice>
      )}
      <Facts
        rows={[
          [t('operator_audits.began'), <Moment key="began" at={run.began_at} />],
          [t('operator_audits.ended'), <Moment key="ended" at={run.ended_at} />],
          [t('operator_audits.asked_by'), run.asked_by ?? t('operator_audits.by_itself')],
          ...run.report.counts.map((count): [string, ReactNode] => [
            t(`operator_audits.count.${count.measure}`, { key: count.of }),
            <span key={count.measure + count.of}>{shown(count.measure, count.number)}</span>,
          ]),
        ]}
      />
      {heads.length > 0 && (
        <section className="stack">
          <h3>{t('operator_audits.heads')}</h3>
          <p className="quiet">{t('operator_audits.heads_about')}</p>
          {heads.map((head) => (
            <Facts
              key={head.lane}
              rows={[
                [t('operator_audits.lane'), String(head.lane)],
                [t('operator_audits.entries'), <Count key="entries" value={head.entries} />],
                [t('operator_audits.hash'), <span key="hash" className="mono small">{head.hash}</span>],
              ]}
            />
          ))}
          <div className="row">
            <Button onPress={() => copy(heads.map((head) => `${head.lane} ${head.entries} ${head.hash}`).join('\n'))}>{t('operator_audits.copy_heads')}</Button>
          </div>
        </section>
      )}
    </SidePanel>
  );
}
