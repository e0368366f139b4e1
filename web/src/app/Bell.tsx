// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEvents } from '@/api/events';
import { newsQuery } from '@/api/notices';
import { queryClient, useMay } from '@/api/queries';
import { Link } from '@/ui/Link';
import { useText } from '@/ui/text';

const kMostShown = 99;
/** Told to listeners alone. */
const kNotKept = ['listening', 'missed'];

/** How many notices are new, live. An event is counted here without asking the system: asking would count as work of the
 * person and keep the session open. */
export function Bell() {
  const t = useText();
  const may = useMay();
  const unread = useQuery(newsQuery).data?.unread ?? 0;
  useEvents((event) => {
    if (event.name === 'missed') void queryClient.invalidateQueries({ queryKey: newsQuery.queryKey });
    if (kNotKept.includes(event.name)) return;
    queryClient.setQueryData(newsQuery.queryKey, (before) => before && { ...before, unread: before.unread + 1 });
  }, may('see_codes'));
  return (
    <Link href="/notifications" className="button button-quiet bell" aria-label={t('notifications.bell', { count: unread })}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="bell-shape">
        <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7Z" />
        <path d="M10 20a2 2 0 0 0 4 0" />
      </svg>
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > kMostShown ? `${kMostShown}+` : unread}
        </span>
      )}
    </Link>
  );
}
