// SPDX-License-Identifier: Apache-2.0
import { aboutOf, placeOf, type Notice } from '@/api/notices';
import { useIsPage } from '@/ui/address';
import { Link } from '@/ui/Link';
import { useText } from '@/ui/text';
import { Badge, Moment } from '@/ui/values';

export function NoticeLine({ notice }: { notice: Notice }) {
  const t = useText();
  const isPage = useIsPage();
  const { about, place } = { about: aboutOf(notice.data), place: placeOf(notice.event, notice.data) };
  const title = t(`notifications.event.${notice.event}`, about);
  return (
    <li>
      <div className="stack-tight">
        {isPage(place) ? <Link href={place}>{title}</Link> : <strong>{title}</strong>}
        <span className="small quiet">
          <Moment at={notice.at} />
        </span>
      </div>
      {notice.unread && <Badge tone="main">{t('notifications.new')}</Badge>}
    </li>
  );
}
