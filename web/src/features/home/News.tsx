// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEvents, type LiveEvent } from '@/api/events';
import { aboutOf, newsQuery, placeOf } from '@/api/notices';
import { useMay } from '@/api/queries';
import { useIsPage } from '@/ui/address';
import { Link } from '@/ui/Link';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';

const kShown = 6;
const kFrames = ['listening', 'missed'];

/** The newest notices; what happens while the page is open comes on top by itself. */
export function News() {
  const t = useText();
  const may = useMay();
  const isPage = useIsPage();
  const kept = useQuery(newsQuery);
  const [heard, setHeard] = useState<LiveEvent[]>([]);
  useEvents((event) => {
    if (!kFrames.includes(event.name)) setHeard((before) => [event, ...before].slice(0, kShown));
  }, may('see_codes'));
  const rows = [
    ...heard.map((one) => ({ id: `live ${one.id}`, event: one.name, data: one.data, at: one.at })),
    ...(kept.data?.notices.map((one) => ({ id: one.notice, event: one.event, data: one.data, at: one.at })) ?? []),
  ].slice(0, kShown);
  return (
    <Card title={t('home.news')} actions={<Link href="/notifications">{t('home.all_news')}</Link>}>
      {!rows.length && <p className="quiet">{t('home.no_news')}</p>}
      <ul className="checklist" aria-live="polite">
        {rows.map((row) => {
          const title = t(`notifications.event.${row.event}`, aboutOf(row.data));
          const place = placeOf(row.event, row.data);
          return (
            <li key={row.id}>
              {isPage(place) ? <Link href={place}>{title}</Link> : <span>{title}</span>}
              <span className="small quiet">
                <Moment at={row.at} />
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
