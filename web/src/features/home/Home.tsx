// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { accessQuery, useMe } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Card, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, Moment, Status, type Tone } from '@/ui/values';

const kTones: Record<string, Tone> = { done: 'good', yours: 'warn', operator: 'main', preparing: 'main', later: 'neutral' };

/** The main page: what is left to do before everything is open, and who is signed in. */
export default function Home() {
  const t = useText();
  const me = useMe();
  const access = useQuery(accessQuery);
  return (
    <>
      <PageHeader title={t('home.title')} about={me?.participant.name} />
      {access.error && <ErrorNotice error={access.error} onRetry={() => void access.refetch()} />}
      <Card title={t('home.steps')}>
        {access.isPending && <Skeleton />}
        {access.data?.full && <Notice tone="good">{t('home.everything_open')}</Notice>}
        <ul className="checklist">
          {access.data?.steps.map((step) => (
            <li key={step.step + (step.group ?? '')}>
              <div className="stack-tight">
                <strong>
                  {t(`home.step.${step.step}`)}
                  {step.group_name && `: ${step.group_name}`}
                </strong>
                {step.state !== 'done' && <span className="quiet small">{step.remedy}</span>}
              </div>
              <div className="row">
                <Status tone={kTones[step.state] ?? 'neutral'}>{t(`home.state.${step.state}`)}</Status>
                {step.state === 'yours' && <ButtonLink href={step.where}>{t('home.do_it')}</ButtonLink>}
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {me && (
        <Card title={t('home.signed_in')}>
          <Facts
            rows={[
              [t('home.person'), me.person],
              [t('home.tax_id'), <span key="tax" className="mono">{me.participant.tax_id}</span>],
              [t('home.session_until'), <Moment key="until" at={me.expires} />],
              ...(me.certificate_ends
                ? [[t('home.certificate_until'), <Moment key="certificate" at={me.certificate_ends} />] as [string, React.ReactNode]]
                : []),
            ]}
          />
        </Card>
      )}
    </>
  );
}
