// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { useEvents } from '@/api/events';
import { newsQuery, type Notice } from '@/api/notices';
import { usePages } from '@/api/pages';
import { queryClient, useMay } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Switch } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Announcements } from './Announcements';
import { NoticeLine } from './NoticeLine';
import './notifications.css';

const kPage = 50;

/** What the organisation was told, newest first; whoever reads it has a mark of his own. */
export default function Notifications() {
  const t = useText();
  const may = useMay();
  const [{ unread }, setAddress] = useAddress();
  const news = useQuery(newsQuery);
  const [error, setError] = useState<unknown>(null);
  const list = usePages(
    ['notices', 'all'],
    (before: number | undefined) => call(api.GET('/api/v1/notices', { params: { query: { limit: kPage, before } } })),
    (page): Notice[] => page.notices,
  );
  useEvents(() => void queryClient.invalidateQueries({ queryKey: ['notices'] }), may('see_codes'));
  const read = async (upTo: string) => {
    try {
      await call(api.POST('/api/v1/notices/read', { params: { header: { 'Idempotency-Key': newKey() } }, body: { up_to: upTo } }));
      await queryClient.invalidateQueries({ queryKey: ['notices'] });
    } catch (refused) {
      setError(refused);
    }
  };
  const newest = list.rows[0];
  const shown = unread ? list.rows.filter((one) => one.unread) : list.rows;
  // What is new comes first: behind one that was read there is nothing new.
  const more = unread && !list.rows.at(-1)?.unread ? undefined : list.onMore;
  return (
    <>
      <PageHeader
        title={t('notifications.title')}
        about={t('notifications.unread', { count: news.data?.unread ?? 0 })}
        actions={
          newest?.unread && (
            <Button onPress={() => void read(newest.notice)}>{t('notifications.read_all')}</Button>
          )
        }
      />
      <Announcements />
      {Boolean(error ?? list.error) && <ErrorNotice error={error ?? list.error} onRetry={list.retry} />}
      <Switch isSelected={unread !== undefined} onChange={(on) => setAddress({ unread: on ? 'only' : undefined })}>
        {t('notifications.only_unread')}
      </Switch>
      {list.isPending && <Skeleton />}
      {list.first && !shown.length && (
        <EmptyState title={t(unread ? 'notifications.all_read' : 'notifications.none')}>{t('notifications.none_about')}</EmptyState>
      )}
      {shown.length > 0 && (
        <Card>
          <ul className="checklist notices" aria-label={t('notifications.title')}>
            {shown.map((one) => (
              <NoticeLine key={one.notice} notice={one} />
            ))}
          </ul>
          {more && (
            <div>
              <Button isDisabled={list.loading} onPress={more}>
                {t('notifications.more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  );
}
