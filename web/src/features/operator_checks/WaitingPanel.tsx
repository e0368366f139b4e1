// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts, Moment, Status, type Tone } from '@/ui/values';
import { useKind, useSilent } from './waiting';

type Waiting = Schemas['WaitingDocument'];
type Attended = Schemas['AttendedDocument'];
const kTones: Record<Schemas['DocumentStatus'], Tone> = { accepted: 'good', partly_accepted: 'warn', rejected: 'bad', waiting: 'main' };

interface Props {
  number: string;
  /** Nothing: it waits no longer. */
  row: Waiting | undefined;
  /** What came of asking. */
  came: Attended | undefined;
  error: unknown;
  busy: boolean;
  onAsk: () => void;
  onClose: () => void;
}

/** A document that waits, and what came of asking about it once more. */
export function WaitingPanel({ number, row, came, error, busy, onAsk, onClose }: Props) {
  const t = useText();
  return (
    <SidePanel title={t('operator_checks.document_of', { number })} isOpen onClose={onClose}>
      {came && !row && <Judged document={came.document} />}
      {came && row && (
        <Notice tone="warn">
          <span role="status">{t('operator_checks.still_silent')}</span>
        </Notice>
      )}
      {row && <WaitingFacts row={row} />}
      {Boolean(error) && <ErrorNotice error={error} />}
      {row && (
        <div className="stack-tight">
          <div>
            <Button look="main" isDisabled={busy} onPress={onAsk}>
              {t('operator_checks.ask_now')}
            </Button>
          </div>
          <p className="quiet small">{t('operator_checks.ask_now_about')}</p>
        </div>
      )}
    </SidePanel>
  );
}

function WaitingFacts({ row }: { row: Waiting }) {
  const t = useText();
  const kindOf = useKind();
  const silentOf = useSilent();
  const rows: [string, ReactNode][] = [
    [t('operator_checks.kind'), kindOf(row.kind)],
    [t('operator_checks.participant'), <Link key="company" href={`/operator/participants/${row.tax_id}`}>{`${row.company}, ${row.tax_id}`}</Link>],
    [t('operator_checks.sent_by'), row.person],
    [t('operator_checks.received'), <Moment key="received" at={row.received_at} />],
    [t('operator_checks.silent'), row.authority ? `${silentOf(row)} (${t(`operator_checks.silent.${row.waits_for}`)})` : silentOf(row)],
    [t('operator_checks.checks'), <Count key="asked" value={row.asked} />],
  ];
  if (row.asked_at) rows.push([t('operator_checks.asked_last'), <Moment key="last" at={row.asked_at} />]);
  rows.push([t('operator_checks.next'), <Moment key="next" at={row.next_at} />]);
  if (row.until) rows.push([t('operator_checks.until'), <Moment key="until" at={row.until} />]);
  return <Facts rows={rows} />;
}

/** Somebody answered: how the document ended. */
function Judged({ document }: { document: Attended['document'] }) {
  const t = useText();
  return (
    <>
      <Status tone={kTones[document.status]}>{t(`documents.status.${document.status}`)}</Status>
      <p role="status">{t('operator_checks.judged')}</p>
      {document.objections.map((one) => (
        <Notice key={`${one.pointer} ${one.error}`} tone="bad">
          <strong>{one.title}</strong>
          <p>{one.remedy}</p>
        </Notice>
      ))}
    </>
  );
}
