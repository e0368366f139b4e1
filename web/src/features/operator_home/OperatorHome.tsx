// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMe, type Schemas } from '@/api/queries';
import { queuePlaces, queuesQuery, type Queue } from '@/api/queues';
import { useIsPage } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Moment, Status } from '@/ui/values';
import { Figures } from './Figures';

/** What waits for a person of the operator: every queue he may work on, how long its oldest waits, what is late. */
export default function OperatorHome() {
  const t = useText();
  const me = useMe();
  const isPage = useIsPage();
  const { data, error, isPending, refetch } = useQuery(queuesQuery);
  return (
    <>
      <PageHeader title={t('operator_home.title')} about={me?.participant.name} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton lines={6} />}
      <div className="grid">
        {data?.queues.map((queue) => {
          const place = queuePlaces[queue.queue];
          return isPage(place) ? (
            <Link key={queue.queue} href={place} className="card card-choice">
              <Length queue={queue} />
            </Link>
          ) : (
            <div key={queue.queue} className="card">
              <Length queue={queue} />
            </div>
          );
        })}
      </div>
      {data?.queues.length === 0 && <Card>{t('operator_home.no_queues')}</Card>}
      {data?.stopped && <Stopped stopped={data.stopped} />}
      <Figures />
    </>
  );
}

/** Who may not do everything; the list of them is a step away. */
function Stopped({ stopped }: { stopped: Schemas['StoppedParticipants'] }) {
  const t = useText();
  return (
    <section className="stack">
      <h2>{t('operator_home.stopped')}</h2>
      <div className="grid">
        {(['blocked', 'restricted'] as const).map((standing) => (
          <Link key={standing} href={`/operator/participants?standing=${standing}`} className="card card-choice">
            <span className="quiet">{t(`operator_home.stopped.${standing}`)}</span>
            <strong className="queue-count">
              <Count value={stopped[standing]} />
            </strong>
            {stopped[standing] === 0 && <Status tone="good">{t('operator_home.nobody_stopped')}</Status>}
          </Link>
        ))}
      </div>
    </section>
  );
}

function Length({ queue }: { queue: Queue }) {
  const t = useText();
  return (
    <>
      <span className="quiet">{t(`operator_home.queue.${queue.queue}`)}</span>
      <strong className="queue-count">
        <Count value={queue.count} />
      </strong>
      {queue.count === 0 && <Status tone="good">{t('operator_home.nothing_waits')}</Status>}
      {queue.oldest && (
        <span className="row">
          <span className="quiet small">{t('operator_home.oldest')}</span> <Moment at={queue.oldest} />
        </span>
      )}
      {queue.due && (
        <span className="row">
          <Status tone={queue.late ? 'bad' : 'neutral'}>{t(queue.late ? 'operator_home.late' : 'operator_home.due')}</Status> <Moment at={queue.due} />
        </span>
      )}
    </>
  );
}
