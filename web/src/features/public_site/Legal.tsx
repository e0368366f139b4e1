// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { onboardingQuery } from '@/api/public_queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Day } from '@/ui/values';

const kKept = ['session', 'preferences', 'check', 'elsewhere'] as const;

/** By what right the system asks for marking, what one agrees to, what this site keeps of its visitors. */
export default function Legal() {
  const t = useText();
  const basis = useQuery(onboardingQuery);
  return (
    <>
      <PageHeader title={t('app.legal')} />
      {basis.error && <ErrorNotice error={basis.error} onRetry={() => void basis.refetch()} />}
      {basis.isPending && <Skeleton />}
      {basis.data && (
        <>
          <Card title={t('public_site.acts')}>
            <ul className="checklist">
              {basis.data.legal_basis.map((act) => (
                <li key={act.name}>
                  <span>{act.name}</span>
                  <span className="quiet">
                    {t('public_site.in_force_from')} <Day date={act.effective_from} />
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('public_site.terms')}>
            <p>{basis.data.consent_text}</p>
            <p className="quiet small">{t('public_site.terms_version', { version: basis.data.consent })}</p>
          </Card>
        </>
      )}
      <Card title={t('public_site.kept')}>
        <ul>
          {kKept.map((what) => (
            <li key={what}>{t(`public_site.kept.${what}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('public_site.open')}>
        <p>{t('public_site.open_about')}</p>
      </Card>
    </>
  );
}
