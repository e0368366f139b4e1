// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, call } from '@/api/client';
import { useKeptForm } from '@/api/saved_form';
import { useDictionaries, useGroupName, type Schemas } from '@/api/queries';
import { usePart } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { DaysLeft } from '@/ui/Since';
import { Card, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, Moment, Status, type Tone } from '@/ui/values';
import { CardFields } from './CardFields';
import { Decision } from './Decision';
import type { Remarks } from './remarks';

const kTones: Record<string, Tone> = { moderation: 'main', returned: 'warn', published: 'good', blocked: 'bad', archived: 'neutral' };

/** A card as it was sent, beside the edition that is in force; remarks are written at the fields they mean. */
export default function CardPage() {
  const t = useText();
  const gtin = usePart('gtin');
  const groupName = useGroupName();
  const levels = useDictionaries()?.package_levels;
  const whole = useQuery({
    queryKey: ['operator', 'card', gtin],
    queryFn: () => call(api.GET('/api/v1/cards/{gtin}', { params: { path: { gtin } } })),
  });
  if (whole.error) return <ErrorNotice error={whole.error} onRetry={() => void whole.refetch()} />;
  if (!whole.data) return <Skeleton />;
  const { card } = whole.data;
  return (
    <>
      <PageHeader
        title={card.name || gtin}
        about={<span className="mono">{gtin}</span>}
        actions={<Status tone={kTones[card.state] ?? 'neutral'}>{t(`operator_cards.state.${card.state}`)}</Status>}
      />
      <Link href="/operator/cards">{t('operator_cards.to_queue')}</Link>
      <Card>
        <Facts
          rows={[
            [t('operator_cards.group'), groupName(card.group)],
            [t('operator_cards.level'), levels?.find((one) => one.code === card.level)?.name ?? card.level],
            [t('operator_cards.edition'), String(card.pending?.edition ?? card.edition)],
            [t('operator_cards.in_force'), card.edition ? t('operator_cards.version', { version: card.version }) : t('operator_cards.first')],
            [t('operator_cards.came'), <Moment key="at" at={card.pending?.submitted_at ?? card.changed_at} />],
            ...(typeof card.pending?.days_left === 'number'
              ? [[t('operator_cards.term'), <DaysLeft key="term" days={card.pending.days_left} />] as [string, React.ReactNode]]
              : []),
          ]}
        />
        {card.reason && <Notice tone="warn">{card.reason}</Notice>}
      </Card>
      <Judging key={`${gtin} ${card.pending?.edition ?? card.edition}`} whole={whole.data} />
    </>
  );
}

function Judging({ whole }: { whole: Schemas['WholeCard'] }) {
  const { card, content, pending } = whole;
  const waits = card.pending?.state === 'moderation' || card.state === 'moderation';
  const form = useForm<Remarks>({ defaultValues: { remarks: {} } });
  const kept = useKeptForm(`decide_card ${card.gtin} ${card.pending?.edition ?? card.edition}`, 'decide_card', form);
  return (
    <>
      <CardFields form={form} shown={(pending as Schemas['CardBody'] | null | undefined) ?? content} before={pending ? content : null} writes={waits} />
      <Decision card={card} form={form} waits={waits} onDone={kept.forget} />
    </>
  );
}
