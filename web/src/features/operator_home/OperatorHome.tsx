// SPDX-License-Identifier: Apache-2.0
import { useMe } from '@/api/queries';
import { Due } from '@/ui/Due';
import { Link } from '@/ui/Link';
import { Card, PageHeader } from '@/ui/surfaces';
import { DaysLeft, Since } from '@/ui/Since';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { useQueues } from './queues';

/** What waits for a person of the operator: every queue he may work on, and how long its oldest waits. */
export default function OperatorHome() {
  const t = useText();
  const me = useMe();
  const queues = useQueues();
  return (
    <>
      <PageHeader title={t('operator_home.title')} about={me?.participant.name} />
      <div className="grid">
        {queues.map((queue) => (
          <Link key={queue.id} href={queue.where} className="card card-choice">
            <span className="quiet">{t(`operator_home.queue.${queue.id}`)}</span>
            <strong className="queue-count">{queue.more ? `${queue.count}+` : queue.count}</strong>
            {queue.count === 0 && <Status tone="good">{t('operator_home.nothing_waits')}</Status>}
            {queue.count > 0 && queue.oldest && (
              <span className="row">
                <span className="quiet small">{t('operator_home.oldest')}</span> <Since at={queue.oldest} late={queue.late} />
              </span>
            )}
            {queue.count > 0 && queue.left !== undefined && (
              <span className="row">
                <span className="quiet small">{t('operator_home.nearest')}</span> <DaysLeft days={queue.left} />
              </span>
            )}
            {queue.due && (
              <span className="row">
                <span className="quiet small">{t('operator_home.nearest')}</span> <Due at={queue.due} />
              </span>
            )}
          </Link>
        ))}
      </div>
      {!queues.length && <Card>{t('operator_home.no_queues')}</Card>}
    </>
  );
}
