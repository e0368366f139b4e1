// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { announcementsQuery } from '@/api/public_queries';
import { groupsQuery } from '@/api/queries';
import type { Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FilterBar } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Badge, Day, Moment } from '@/ui/values';

/** What the operator announces, and which groups the law reaches next. */
export default function News() {
  const t = useText();
  const [{ group = '' }, setAddress] = useAddress();
  const news = useQuery(announcementsQuery);
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const nameOf = (code: string) => groups.find((one) => one.group === code)?.name ?? code;
  // What is said to all concerns every group.
  const shown = news.data?.announcements.filter((one) => !group || !one.group || one.group === group);
  return (
    <>
      <PageHeader title={t('app.news')} about={t('news.about')} />
      <Planned groups={groups} />
      <FilterBar
        filters={group ? [{ id: 'group', text: nameOf(group) }] : []}
        onRemove={() => setAddress({ group: undefined })}
        onClear={() => setAddress({ group: undefined })}
      >
        <Select
          label={t('news.group')}
          value={group || null}
          onChange={(value) => setAddress({ group: value === null ? undefined : String(value) })}
          choices={groups.map((one) => ({ id: one.group, name: one.name }))}
        />
      </FilterBar>
      {news.error && <ErrorNotice error={news.error} onRetry={() => void news.refetch()} />}
      {news.isPending && <Skeleton />}
      {shown?.length === 0 && <EmptyState title={t('news.none')}>{t('news.none_about')}</EmptyState>}
      {shown?.map((one) => <Piece key={one.number} piece={one} groupName={one.group ? nameOf(one.group) : undefined} />)}
    </>
  );
}

function Piece({ piece, groupName }: { piece: Schemas['Announcement']; groupName?: string }) {
  const t = useText();
  return (
    <article className="card" id={`news-${piece.number}`}>
      <div className="row quiet small">
        <Moment at={piece.from} />
        {groupName && <Badge>{groupName}</Badge>}
        {piece.audience === 'participants' && <Badge tone="main">{t('news.for_participants')}</Badge>}
      </div>
      <h2>{piece.title}</h2>
      {piece.text.split(/\n+/).map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </article>
  );
}

/** Days on which marking becomes mandatory, the next one first. */
function Planned({ groups }: { groups: readonly Schemas['ProductGroup'][] }) {
  const t = useText();
  const coming = groups
    .flatMap((one) => (one.mandatory_from ? [{ ...one, day: one.mandatory_from }] : []))
    .sort((one, other) => one.day.localeCompare(other.day));
  if (!coming.length) return null;
  return (
    <Card title={t('news.planned')}>
      <ul className="checklist">
        {coming.map((one) => (
          <li key={one.group}>
            <Link href={`/groups/${one.group}`}>{one.name}</Link>
            <span>
              {t('news.mandatory_from')} <Day date={one.day} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
