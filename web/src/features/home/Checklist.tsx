// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { accessQuery } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Card, Notice, ProgressBar, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status, type Tone } from '@/ui/values';
import { useSteps } from './steps';

const kTones: Record<string, Tone> = { done: 'good', yours: 'warn', operator: 'main', preparing: 'main', later: 'neutral' };

/** Profile, contracts, channels, the first product, the first order: here until the last of them is done. */
export function Checklist() {
  const t = useText();
  const access = useQuery(accessQuery);
  const lines = useSteps();
  const done = lines.filter((line) => line.state === 'done').length;
  if (access.error) return <ErrorNotice error={access.error} onRetry={() => void access.refetch()} />;
  if (access.data && done === lines.length) return <Status tone="good">{t('home.everything_open')}</Status>;
  return (
    <Card title={t('home.steps')}>
      {access.isPending && <Skeleton />}
      {access.data?.full && <Notice tone="good">{t('home.everything_open')}</Notice>}
      {lines.length > 0 && <ProgressBar label={t('home.steps_done', { done, all: lines.length })} value={(100 * done) / lines.length} />}
      <ul className="checklist">
        {lines.map((line) => (
          <li key={line.id}>
            <div className="stack-tight">
              <strong>{line.name}</strong>
              {line.remedy && <span className="quiet small">{line.remedy}</span>}
            </div>
            <div className="row">
              <Status tone={kTones[line.state] ?? 'neutral'}>{t(`home.state.${line.state}`)}</Status>
              {line.state === 'yours' && line.where && (
                <ButtonLink href={line.where} look="main" aria-label={`${t('home.do_it')}: ${line.name}`}>
                  {t('home.do_it')}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
