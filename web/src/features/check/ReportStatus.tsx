// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { PlainButton } from '@/ui/plain';
import { PlainText } from '@/ui/plain_fields';
import { useText } from '@/ui/text';
import { Facts, Moment, Status, type Tone } from '@/ui/values';
import { deskQuery } from './report';
import { placeOfReport, reportInAddress, sentReports } from './report_memory';
import { Silence } from './Silence';
import './check.css';

const kTones: Record<Schemas['ViolationState'], Tone> = { received: 'main', in_work: 'warn', confirmed: 'good', dismissed: 'neutral' };

function watch(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

/** What became of a report, for whoever has its number and word. */
export default function ReportStatus() {
  const t = useText();
  const address = useSyncExternalStore(watch, () => location.href);
  const { violation, key } = reportInAddress(new URL(address));
  useEffect(() => {
    document.title = `${t('check.report.title')} · Tamga`;
  }, [t]);
  const status = useQuery({
    queryKey: ['violation', violation, key],
    queryFn: () => call(api.GET('/api/v1/violations/{violation}', { params: { path: { violation }, query: { key } } })),
    enabled: violation !== '' && key !== '',
    staleTime: 0,
  });
  return (
    <div className="check-page">
      <header className="page-header">
        <div className="stack-tight">
          <h1>{t('check.report.title')}</h1>
          <p className="quiet">{t('check.report.title_about')}</p>
        </div>
      </header>
      <Which key={address} violation={violation} word={key} />
      {status.error && <Silence error={status.error} onRetry={() => void status.refetch()} />}
      {status.isFetching && !status.data && <p role="status">{t('ui.loading')}</p>}
      {status.data && <Shown status={status.data} />}
      <SentFromHere shown={violation} />
      <p>
        <a href="/check">{t('check.report.another')}</a>
      </p>
    </div>
  );
}

function Which({ violation, word }: { violation: string; word: string }) {
  const t = useText();
  const [number, setNumber] = useState(violation);
  const [key, setKey] = useState(word);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() && key.trim()) location.assign(placeOfReport({ violation: number.trim(), key: key.trim() }));
      }}
    >
      <PlainText label={t('check.report.number')} value={number} onValue={setNumber} inputMode="numeric" autoComplete="off" maxLength={19} mono />
      <PlainText label={t('check.report.word')} value={key} onValue={setKey} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={50} mono />
      <div>
        <PlainButton look="main" type="submit" disabled={!number.trim() || !key.trim()}>
          {t('check.report.look')}
        </PlainButton>
      </div>
    </form>
  );
}

function Shown({ status }: { status: Schemas['ViolationStatus'] }) {
  const t = useText();
  const rows: [string, React.ReactNode][] = [[t('check.report.reported'), <Moment key="at" at={status.reported_at} />]];
  if (status.decided_at) rows.push([t('check.report.decided'), <Moment key="decided" at={status.decided_at} />]);
  return (
    <section className="card" aria-live="polite">
      <h2>{status.kind_name}</h2>
      <Status tone={kTones[status.state]}>{t(`check.report.state.${status.state}`)}</Status>
      <p>{t(`check.report.next.${status.state}`)}</p>
      <Facts rows={rows} />
      {status.answer && (
        <div className="stack-tight">
          <h3>{t('check.report.answer')}</h3>
          <p className="report-answer">{status.answer}</p>
        </div>
      )}
    </section>
  );
}

/** Reports that this browser has sent. */
function SentFromHere({ shown }: { shown: string }) {
  const t = useText();
  const [sent] = useState(sentReports);
  const kinds = useQuery({ ...deskQuery, enabled: sent.length > 0 }).data?.violations ?? [];
  const others = sent.filter((one) => one.violation !== shown);
  if (!others.length) return null;
  return (
    <section className="card">
      <h2>{t('check.report.from_here')}</h2>
      <ul className="lately">
        {others.map((one) => (
          <li key={one.violation}>
            <a href={placeOfReport(one)}>{kinds.find((kind) => kind.kind === one.kind)?.name ?? one.violation}</a>
            <span className="quiet small">
              <Moment at={one.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
