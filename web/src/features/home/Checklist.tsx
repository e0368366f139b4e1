// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { accessQuery } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Card, Notice, ProgressBar, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status, type Tone } from '@/ui/values';
import { useFirstSteps } from './first_steps';

const kTones: Record<string, Tone> = { done: 'good', yours: 'warn', operator: 'main', preparing: 'main', later: 'neutral' };

interface Line {
  id: string;
  name: string;
  state: string;
  remedy?: string | null;
  where: string;
}

/** Profile, contracts, channels, the first product, the first order: here until the last of them is done. */
export function Checklist() {
  const t = useText();
  const access = useQuery(accessQuery);
  const first = useFirstSteps();
  const lines: Line[] = [
    ...(access.data?.steps ?? []).map((step) => ({
      id: step.step + (step.group ?? ''),
      name: step.group_name ? `${t(`home.step.${step.step}`)}: ${step.group_name}` : t(`home.step.${step.step}`),
      state: step.state,
      remedy: step.state === 'done' ? null : step.remedy,
      where: step.where,
    })),
    ...first.map((step) => ({
      id: step.id,
      name: t(`home.step.${step.id}`),
      state: step.done ? 'done' : access.data?.full ? 'yours' : 'later',
      remedy: step.done ? null : t(`home.remedy.${step.id}`),
      where: step.where,
    })),
  ];
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
                <ButtonLink href={line.where} aria-label={`${t('home.do_it')}: ${line.name}`}>
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
