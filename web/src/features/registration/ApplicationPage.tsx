// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useSystem } from '@/api/queries';
import { useAddress, usePart } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Card, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, Moment, Status, type Tone } from '@/ui/values';
import { Checks } from './Checks';
import { RegistrationSteps } from './Register';
import { Withdraw } from './Withdraw';

const kTones: Record<string, Tone> = {
  checking: 'main',
  waiting: 'warn',
  manual: 'warn',
  approved: 'good',
  completed: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  expired: 'bad',
};
/** The stage of the way: the last one is done when the account is open. */
const kStages: Record<string, number> = { approved: 3, completed: 4 };
const kMoving = ['checking', 'waiting', 'manual'];
/** It may be taken back. */
const kOpen = [...kMoving, 'approved'];
const kAgain = ['rejected', 'expired', 'withdrawn'];
const kLookAgainMs = 2_000;

/** Where an application stands, for whoever has its number: nobody is named. */
export default function ApplicationPage() {
  const t = useText();
  const number = usePart('number');
  const [{ to }] = useAddress();
  const sandbox = useSystem()?.sandbox;
  const application = useQuery({
    queryKey: ['application', number],
    queryFn: () => call(api.GET('/api/v1/applications/{number}', { params: { path: { number } } })),
    refetchInterval: (query) => (kMoving.includes(query.state.data?.state ?? '') ? kLookAgainMs : false),
  });
  const one = application.data;
  return (
    <div className="narrow">
      <PageHeader title={t('registration.application_number', { number })} />
      {application.error && <ErrorNotice error={application.error} onRetry={() => void application.refetch()} />}
      {application.isPending && <Skeleton />}
      {one && (
        <>
          <RegistrationSteps at={kStages[one.state] ?? 2} byItself />
          <Card>
            <div aria-live="polite" className="stack">
              <Status tone={kTones[one.state] ?? 'neutral'}>{t(`registration.state.${one.state}`)}</Status>
              <p>{t(`registration.state_about.${one.state}`)}</p>
              <Checks application={one} />
            </div>
            {one.findings.map((finding) => (
              <Notice key={finding.error} tone={one.state === 'rejected' ? 'bad' : 'warn'}>
                <strong>{finding.title}</strong>
                <p>{finding.remedy}</p>
                <span className="mono small">{finding.error}</span>
              </Notice>
            ))}
            <Facts
              rows={[
                [t('registration.sent'), <Moment key="sent" at={one.submitted_at} />],
                ...(one.decided_at
                  ? [[t('registration.decided'), <Moment key="decided" at={one.decided_at} />] as [string, React.ReactNode]]
                  : []),
              ]}
            />
            {sandbox && one.state === 'approved' && (
              <div className="stack-tight">
                <p className="quiet">{t('registration.sandbox_letter')}</p>
                <div>
                  <ButtonLink href={to ? `/letters?to=${encodeURIComponent(to)}` : '/letters'} look="main">
                    {t('registration.read_letter')}
                  </ButtonLink>
                </div>
              </div>
            )}
            {one.state === 'completed' && (
              <ButtonLink href="/sign-in" look="main">
                {t('registration.to_sign_in')}
              </ButtonLink>
            )}
            {kOpen.includes(one.state) && <Withdraw number={number} />}
            {kAgain.includes(one.state) && (
              <ButtonLink href="/register">{t('registration.apply_again')}</ButtonLink>
            )}
          </Card>
        </>
      )}
    </div>
  );
}
