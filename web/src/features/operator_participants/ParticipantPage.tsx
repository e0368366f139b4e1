// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, call } from '@/api/client';
import { useGroupName, useMay, useSystem, type Schemas } from '@/api/queries';
import { usePart } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, Moment, Status } from '@/ui/values';
import { DecideStanding } from './DecideStanding';
import { effectTones } from './standing';

/** What support has to know of a participant, and what may be decided about it. */
export default function ParticipantPage() {
  const t = useText();
  const may = useMay();
  const taxId = usePart('tax_id');
  const found = useQuery({
    queryKey: ['operator', 'participant', taxId],
    queryFn: () => call(api.GET('/api/v1/operator/participants/{tax_id}', { params: { path: { tax_id: taxId } } })),
  });
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton />;
  const { standing } = found.data;
  return (
    <>
      <PageHeader
        title={standing.name}
        about={<span className="mono">{standing.tax_id}</span>}
        actions={<Status tone={effectTones[standing.effect]}>{t(`operator_participants.effect.${standing.effect}`)}</Status>}
      />
      <Card title={t('operator_participants.standing')}>
        {!standing.reasons.length && <p>{t('operator_participants.in_order')}</p>}
        {standing.reasons.map((reason) => (
          <Notice key={reason.cause} tone={reason.effect === 'blocked' ? 'bad' : 'warn'}>
            <strong>{reason.title}</strong>
            <p>{reason.remedy}</p>
            <span className="small">
              <Moment at={reason.since} />
            </span>
          </Notice>
        ))}
        {standing.checked_at && (
          <p className="quiet small">
            {t('operator_participants.checked')} <Moment at={standing.checked_at} />
          </p>
        )}
        {may('block_participants') && <DecideStanding standing={standing} />}
      </Card>
      <Profile card={found.data} />
    </>
  );
}

function Profile({ card }: { card: Schemas['ParticipantCard'] }) {
  const t = useText();
  const system = useSystem();
  const groupName = useGroupName();
  const profile = card.profile as Schemas['Profile'] | null | undefined;
  const partName = (code: string) => system?.participant_types.find((one) => one.code === code)?.name ?? code;
  if (!profile)
    return (
      <Card title={t('operator_participants.profile')}>
        <p className="quiet">{t('operator_participants.no_profile')}</p>
      </Card>
    );
  return (
    <Card title={t('operator_participants.profile')}>
      <Facts
        rows={[
          [t('operator_participants.types'), card.types.map(partName).join(', ')],
          [t('operator_participants.groups'), profile.groups.map(groupName).join(', ')],
          [t('operator_participants.address'), profile.address],
          ...(profile.kpp ? [[t('operator_participants.kpp'), <span key="kpp" className="mono">{profile.kpp}</span>] as [string, ReactNode]] : []),
          [t('operator_participants.email'), <a key="email" href={`mailto:${profile.email}`}>{profile.email}</a>],
          [t('operator_participants.phone'), <a key="phone" href={`tel:${profile.phone}`}>{profile.phone}</a>],
          [t('operator_participants.bank'), profile.bank ? <span key="bank" className="mono">{`${profile.bank.account} (${profile.bank.bank})`}</span> : '—'],
          [t('operator_participants.sites'), (profile.sites as Schemas['ProductionSite'][] | null | undefined)?.map((site) => site.name).join(', ') || '—'],
          [t('operator_participants.signed'), card.profile_since ? <Moment key="since" at={card.profile_since} /> : '—'],
        ]}
      />
    </Card>
  );
}
