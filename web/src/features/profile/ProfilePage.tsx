// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, call } from '@/api/client';
import { groupsQuery, useSystem } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, Moment } from '@/ui/values';
import { ProfileForm } from './ProfileForm';
import { Account, Kpp, Sites } from './Said';
import { StandingCard } from './Standing';

/** What the organisation says of itself; the first time a form of stages, later a page with a way to change it. */
export default function ProfilePage() {
  const t = useText();
  const system = useSystem();
  const [editing, setEditing] = useState<boolean>();
  const own = useQuery({ queryKey: ['profile'], queryFn: () => call(api.GET('/api/v1/profile')) });
  const groups = useQuery(groupsQuery);
  if (own.error) return <ErrorNotice error={own.error} onRetry={() => void own.refetch()} />;
  if (!own.data || !groups.data || !system) return <Skeleton />;
  const { profile, registered, since, applied, has_kpp: hasKpp } = own.data;
  const name = (code: string) => groups.data.groups.find((one) => one.group === code)?.name ?? code;
  const part = (code: string) => system.participant_types.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <PageHeader
        title={t('profile.title')}
        about={t(profile ? 'profile.about' : 'profile.first')}
        actions={profile && !editing && <Button autoFocus={editing === false} onPress={() => setEditing(true)}>{t('profile.change')}</Button>}
      />
      <StandingCard />
      {registered && (
        <Card title={t('profile.registered')}>
          <Facts
            rows={[
              [t('profile.name'), registered.name],
              [t('profile.tax_id'), <span key="tax" className="mono">{registered.tax_id}</span>],
              ...(registered.registry_id ? [[t('profile.registry_id'), <span key="registry" className="mono">{registered.registry_id}</span>] as [string, ReactNode]] : []),
              ...(registered.kpp ? [[t('profile.kpp'), <Kpp key="kpp" kpp={registered.kpp} />] as [string, ReactNode]] : []),
              [t('profile.registered_address'), registered.address?.text ?? '—'],
            ]}
          />
        </Card>
      )}
      {!own.data.register_answers && <Notice tone="warn">{t('profile.register_silent')}</Notice>}
      {profile && !editing ? (
        <Card title={t('profile.said')}>
          <Facts
            rows={[
              [t('profile.address'), profile.address],
              ...(hasKpp ? [[t('profile.kpp'), <Kpp key="kpp" kpp={profile.kpp} />] as [string, ReactNode]] : []),
              [t('profile.email'), profile.email],
              [t('profile.phone'), profile.phone],
              [t('profile.types'), profile.types.map(part).join(', ')],
              [t('profile.groups'), profile.groups.map(name).join(', ')],
              [t('profile.account'), <Account key="account" bank={profile.bank} />],
              [t('profile.sites'), <Sites key="sites" sites={profile.sites} />],
              [t('profile.since'), since ? <Moment key="since" at={since} /> : '—'],
            ]}
          />
        </Card>
      ) : (
        <ProfileForm
          before={profile ?? null}
          registered={registered}
          hasKpp={hasKpp}
          applied={applied}
          groups={groups.data.groups}
          parts={system.participant_types}
          onDone={() => setEditing(false)}
          onCancel={profile ? () => setEditing(false) : undefined}
        />
      )}
    </>
  );
}
