// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PageHeader, Skeleton, Steps } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { ApplicationForm } from './ApplicationForm';
import { SystemCheck } from './SystemCheck';

/** The way to an account: is everything there, two fields and a signature, then the checks (ApplicationPage). */
export default function Register() {
  const t = useText();
  const [ready, setReady] = useState(false);
  const terms = useQuery({ queryKey: ['onboarding'], queryFn: () => call(api.GET('/api/v1/onboarding')) });
  return (
    <div className="narrow">
      <PageHeader title={t('registration.title')} about={t('registration.about')} />
      <RegistrationSteps at={ready ? 1 : 0} />
      {terms.error && <ErrorNotice error={terms.error} onRetry={() => void terms.refetch()} />}
      {terms.isPending && <Skeleton />}
      {terms.data && !ready && <SystemCheck needs={terms.data.needs} onReady={() => setReady(true)} />}
      {terms.data && ready && <ApplicationForm terms={terms.data} />}
    </div>
  );
}

/** Shown on every page of the way. */
export function RegistrationSteps({ at, byItself }: { at: number; byItself?: boolean }) {
  const t = useText();
  const stages = ['check', 'apply', 'decision', 'confirm'].map((stage) => t(`registration.stage.${stage}`));
  return <Steps label={t('registration.stages')} stages={stages} at={at} byItself={byItself} />;
}
