// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, call } from '@/api/client';
import { useWedge } from '@/ui/scanner/wedge';
import { useText } from '@/ui/text';
import { announce } from '@/ui/values';
import { useAsked } from './asked';
import { Answer } from './Answer';
import { Asking } from './Asking';
import { Goods } from './Goods';
import { Lately } from './Lately';
import { ReportDoor } from './ReportDoor';
import { Silence } from './Silence';
import { verdictOf } from './verdict';
import './check.css';

/** Anybody asks here what stands behind a code. */
export default function CheckPage() {
  const t = useText();
  const [asked, ask] = useAsked();
  const [scanning, setScanning] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const code = asked && 'code' in asked ? asked.code : '';
  const check = useQuery({
    queryKey: ['check', code],
    queryFn: async () => (await call(api.POST('/api/v1/check', { body: { codes: [code] } }))).codes[0] ?? null,
    enabled: code !== '',
    staleTime: 0,
    placeholderData: code ? keepPreviousData : undefined,
  });
  const { refetch } = check;
  const look = (text: string) => {
    setScanning(false);
    if (text === asked?.typed) void refetch();
    else ask(text);
  };
  useWedge(look);
  useEffect(() => {
    if (!code) return;
    const again = () => void refetch();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [code, refetch]);

  useEffect(() => {
    document.title = `${t('check.title')} · Tamga`;
  }, [t]);
  const known = check.isPlaceholderData ? null : check.data;
  useEffect(() => {
    if (!known) return;
    announce(t(`check.verdict.${verdictOf(known)}`));
    // On a phone the answer is under the fold: it comes to the top.
    result.current?.scrollIntoView({ block: matchMedia('(max-width: 860px)').matches ? 'start' : 'nearest' });
  }, [known, t]);

  const waits = code !== '' && check.fetchStatus === 'paused';
  return (
    <div className="check-page">
      <header className="page-header">
        <div className="stack-tight">
          <h1>{t('check.title')}</h1>
          <p className="quiet">{t('check.about')}</p>
        </div>
      </header>
      <Asking typed={asked?.typed ?? ''} scanning={scanning} onScan={setScanning} onText={look} />
      <div ref={result} className="check-result" aria-busy={check.isFetching}>
        {waits || check.error ? (
          <Silence error={waits ? null : check.error} onRetry={() => void refetch()} />
        ) : asked && 'gtin' in asked ? (
          <>
            <Goods gtin={asked.gtin} alone />
            <ReportDoor key={asked.gtin} about={{ goods: asked.gtin }} />
          </>
        ) : check.data && code ? (
          <Answer answer={check.data} code={code} stale={check.isPlaceholderData} />
        ) : code ? (
          <p role="status">{t('check.asking')}</p>
        ) : null}
      </div>
      <Lately now={code} onText={look} />
      {!asked && <Explained />}
      {!asked && <ReportDoor about={{}} />}
    </div>
  );
}

/** What to look for on the package, for whoever is here for the first time. */
function Explained() {
  const t = useText();
  return (
    <section className="card">
      <h2>{t('check.how')}</h2>
      <div className="check-how">
        <svg viewBox="0 0 120 60" className="check-picture" aria-hidden="true">
          <rect x="2" y="2" width="52" height="52" rx="6" className="check-paper" />
          <path className="check-ink" d="M10 10h4v36h-4zM14 42h32v4H14zM18 10h4v4h-4zM26 10h4v4h-4zM34 10h4v4h-4zM42 14h4v4h-4zM42 22h4v4h-4zM42 30h4v4h-4zM18 18h8v4h-8zM30 18h4v8h-4zM18 26h4v8h-4zM26 30h8v4h-8zM34 34h4v4h-4zM22 36h4v4h-4z" />
          <rect x="66" y="2" width="52" height="52" rx="6" className="check-paper" />
          <path className="check-ink check-ink-pale" d="M74 12h2v32h-2zM78 12h4v32h-4zM84 12h2v32h-2zM89 12h5v32h-5zM97 12h2v32h-2zM101 12h4v32h-4zM108 12h2v32h-2z" />
          <path className="check-cross" d="M70 8l44 42" />
        </svg>
        <ol>
          <li>{t('check.how_find')}</li>
          <li>{t('check.how_scan')}</li>
          <li>{t('check.how_compare')}</li>
        </ol>
      </div>
      <a href="/help/check">{t('check.more')}</a>
    </section>
  );
}
