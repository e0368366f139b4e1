// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call, newKey } from '@/api/client';
import { queryClient, useMay, type Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, Notice, ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';

type Standing = Schemas['Standing'];

const kTones = { good: 'good', restricted: 'warn', blocked: 'bad' } as const;

/** What stands against the organisation, what may be done all the same, and a way to have the register asked again. */
export function StandingCard() {
  const t = useText();
  const may = useMay();
  const found = useQuery({ queryKey: ['standing'], queryFn: () => call(api.GET('/api/v1/standing')) });
  const asking = useMutation({
    mutationFn: () => call(api.POST('/api/v1/standing/check', { params: { header: { 'Idempotency-Key': newKey() } } })),
    onSuccess: (standing) => {
      queryClient.setQueryData(['standing'], standing);
      void queryClient.invalidateQueries();
    },
  });
  const standing = found.data;
  // Who was stopped reads that it is over; to everybody else a good standing says nothing.
  if (!standing || (standing.effect === 'good' && !standing.reasons.length && !asking.data)) return null;
  return (
    <Card title={t('profile.standing')} actions={<Status tone={kTones[standing.effect]}>{t(`profile.effect.${standing.effect}`)}</Status>}>
      {standing.reasons.map((reason) => (
        <Notice key={reason.cause} tone={reason.effect === 'blocked' ? 'bad' : 'warn'}>
          <strong>{reason.title}</strong>
          <p>{reason.remedy}</p>
          <span className="small">
            {t('profile.stands_since')} <Moment at={reason.since} />
          </span>
        </Notice>
      ))}
      <Allowed standing={standing} />
      {asking.isPending && <ProgressBar label={t('profile.asking_register')} />}
      {asking.error && <ErrorNotice error={asking.error} />}
      <p aria-live="polite">{asking.data && t('profile.register_asked', { effect: asking.data.effect })}</p>
      <div className="row">
        {may('profile') && (
          <Button isDisabled={asking.isPending} onPress={() => asking.mutate()}>
            {t('profile.ask_register')}
          </Button>
        )}
        {standing.checked_at && (
          <span className="quiet small">
            {t('profile.register_answered')} <Moment at={standing.checked_at} />
          </span>
        )}
      </div>
    </Card>
  );
}

function Allowed({ standing: { effect, allowed } }: { standing: Standing }) {
  const t = useText();
  const { messages } = useIntl();
  if (effect === 'good' || !allowed) return null;
  if (!allowed.length) return <p>{t('profile.nothing_allowed')}</p>;
  const names = allowed.map((kind) => (`documents.kind.${kind}` in messages ? t(`documents.kind.${kind}`) : kind));
  return (
    <section className="stack-tight">
      <h3>{t('profile.still_allowed')}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
