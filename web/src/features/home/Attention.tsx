// SPDX-License-Identifier: Apache-2.0
import { useIsPage } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { useConcerns } from './concerns';

/** One list of what waits for the reader, the most urgent first. */
export function Attention() {
  const t = useText();
  const isPage = useIsPage();
  const { concerns, isPending, error, retry } = useConcerns();
  if (isPending) return null;
  return (
    <Card title={t('home.attention')}>
      {Boolean(error) && (
        <>
          <p>{t('home.not_all_known')}</p>
          <ErrorNotice error={error} onRetry={retry} />
        </>
      )}
      {!concerns.length && !error && <Status tone="good">{t('home.nothing_waits')}</Status>}
      {concerns.length > 0 && (
        <ul className="checklist concerns">
          {concerns.map((one) => {
            const title = t(`home.concern.${one.id}`, { count: one.count });
            return (
              <li key={one.id}>
                <Status tone={one.tone}>{t(`home.urgency.${one.tone}`)}</Status>
                {isPage(one.where) ? <Link href={one.where}>{title}</Link> : <span>{title}</span>}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
