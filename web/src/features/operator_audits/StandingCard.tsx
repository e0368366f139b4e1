// SPDX-License-Identifier: Apache-2.0
import { useIsPage } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Link } from '@/ui/Link';
import { Card, Notice, ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { subjectPages, type Standing } from './subjects';

interface Props {
  standing: Standing;
  busy: boolean;
  onStart: () => void;
  onCancel: (task: string) => void;
  onOpen: (audit: string) => void;
}

/** How one subject stands: the last look, one under way, a button for a new one. */
export function StandingCard({ standing: { subject, last, task }, busy, onStart, onCancel, onOpen }: Props) {
  const t = useText();
  const isPage = useIsPage();
  const place = subjectPages[subject];
  const runs = task && task.state !== 'failed';
  return (
    <Card title={t(`operator_audits.subject.${subject}`)}>
      <p className="quiet">{t(`operator_audits.subject_about.${subject}`)}</p>
      {last ? (
        <div className="row">
          <Status tone={last.finding ? 'bad' : 'good'}>{t(last.finding ? 'operator_audits.damaged' : 'operator_audits.whole')}</Status>
          <Moment at={last.ended_at} />
        </div>
      ) : (
        <p>{t('operator_audits.never')}</p>
      )}
      {last?.finding && (
        <Notice tone="bad">
          <strong role="alert">{last.finding.title}</strong>
          <p>
            {last.finding.remedy} <span className="mono small">{last.finding.code}</span>
          </p>
        </Notice>
      )}
      {task?.error && (
        <Notice tone="warn">
          <strong>{task.error.title}</strong> {task.error.remedy}
        </Notice>
      )}
      {runs ? (
        <ProgressBar label={t('operator_audits.reading')} value={task.total && task.done ? task.percent : undefined} onCancel={() => onCancel(task.task)} />
      ) : (
        <div className="row">
          <Button isDisabled={busy} onPress={onStart}>
            {t('operator_audits.start')}
          </Button>
          {last && (
            <Button look="quiet" onPress={() => onOpen(last.audit)}>
              {t('operator_audits.what_was_read')}
            </Button>
          )}
          {place && isPage(place) && <Link href={place}>{t(`operator_audits.place.${subject}`)}</Link>}
        </div>
      )}
    </Card>
  );
}
