// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, call } from '@/api/client';
import { useEvents } from '@/api/events';
import { queryClient, useMe, type Schemas } from '@/api/queries';
import { usePart } from '@/ui/address';
import { AskSupport } from '@/ui/AskSupport';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Refusals } from '@/ui/Refusals';
import { Card, Notice, PageHeader, Skeleton, Steps } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts, Moment, Status } from '@/ui/values';
import { DocumentContent } from './DocumentContent';
import { jobOf } from './jobs';
import { toneOf, useKindName } from './names';

type Judged = Schemas['JudgedDocument'];

const kCounts = { codes: 'documents.codes', accepted: 'documents.accepted', refused: 'documents.refused' };
/** Where what a document began goes on. */
const kGoesOn: Record<string, { page: string; text: string }> = {
  order_codes: { page: '/orders/', text: 'documents.to_order' },
  ship: { page: '/shipments?open=', text: 'documents.to_shipment' },
  recall: { page: '/recalls?recall=', text: 'documents.to_recall' },
};
const kLookAgainMs = 3_000;
const kTones = { accepted: 'good', waiting: 'main', partly_accepted: 'warn', rejected: 'bad' } as const;

/** One document: how it ended and why, what it says, who signed it, and the proof. */
export default function DocumentPage() {
  const t = useText();
  const number = usePart('document');
  const nameOf = useKindName();
  const sees = useMe()?.rights.includes('see_codes') ?? false;
  const found = useQuery({
    queryKey: ['document', number],
    queryFn: () => call(api.GET('/api/v1/documents/{document}', { params: { path: { document: number } } })),
    refetchInterval: (query) => (query.state.data?.status === 'waiting' ? kLookAgainMs : false),
  });
  useEvents((event) => event.data.includes(number) && void queryClient.invalidateQueries({ queryKey: ['document', number] }), sees);
  if (found.error)
    return (
      <>
        <PageHeader title={t('documents.one')} />
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  if (!found.data) return <Skeleton lines={8} />;
  const one = found.data;
  const goesOn = kGoesOn[one.kind];
  return (
    <>
      <PageHeader
        title={nameOf(one.kind)}
        about={<span className="mono">{t('documents.number_of', { number })}</span>}
        actions={
          <>
            {goesOn && one.status !== 'rejected' && one.status !== 'waiting' && <ButtonLink href={goesOn.page + number}>{t(goesOn.text)}</ButtonLink>}
            <AskSupport subject={t('documents.ask_subject', { kind: nameOf(one.kind), number })} about={`document:${number}`} />
            <Status tone={toneOf[one.status]}>{t(`documents.status.${one.status}`)}</Status>
          </>
        }
      />
      <Steps
        label={t('documents.life')}
        stages={[t('documents.life.received'), t('documents.life.checking'), t(`documents.life.${one.status}`)]}
        at={one.status === 'waiting' ? 1 : 3}
        byItself
      />
      <Outcome one={one} />
      <Refusals
        label={t('documents.refused_codes')}
        lines={one.items}
        total={one.refused}
        fileName={`refused_${number}.csv`}
        actions={<Again one={one} number={number} />}
      />
      <Card title={t('documents.facts')}>
        <Facts
          rows={[
            [t('documents.received'), <Moment key="at" at={one.received_at} />],
            [t('documents.person'), one.person],
            ...(one.counterpart ? [[t('documents.counterpart'), t('documents.party', { name: one.counterpart_name ?? '', tax_id: one.counterpart })] as [string, string]] : []),
            [t('documents.signature'), t(`documents.signature.${one.signature}`)],
            ...(one.power_of_attorney ? [[t('documents.power'), one.power_of_attorney] as [string, string]] : []),
            ...(one.codes ? (['codes', 'accepted', 'refused'] as const).map((id): [string, ReactNode] => [t(kCounts[id]), <Count key={id} value={one[id]} />]) : []),
          ]}
        />
      </Card>
      <DocumentContent number={number} signed={one.signature !== 'none'} />
    </>
  );
}

function Outcome({ one }: { one: Judged }) {
  const t = useText();
  return (
    <Notice tone={kTones[one.status]}>
      <strong role="status">{t(`documents.outcome.${one.status}`, { accepted: one.accepted, refused: one.refused, codes: one.codes })}</strong>
      {one.objections.map((objection, at) => (
        <p key={at}>
          {objection.title}. {objection.remedy} <span className="mono small">{objection.error}</span>
        </p>
      ))}
      {one.status === 'rejected' && !one.items.length && <Again one={one} number={one.document ?? ''} />}
    </Notice>
  );
}

/** The form again: with what was refused alone, without it, or as it was. */
function Again({ one, number }: { one: Judged; number: string }) {
  const t = useText();
  if (!jobOf(one.kind) || one.status === 'accepted' || one.status === 'waiting') return null;
  const to = (take: string) => `/documents/new/${one.kind}?from=${number}&take=${take}`;
  return (
    <div className="row">
      {one.items.length > 0 && <ButtonLink href={to('refused')}>{t('documents.again_refused')}</ButtonLink>}
      {one.items.length > 0 && one.status === 'rejected' && <ButtonLink href={to('good')}>{t('documents.again_good')}</ButtonLink>}
      {!one.items.length && <ButtonLink href={to('all')}>{t('documents.again')}</ButtonLink>}
    </div>
  );
}
