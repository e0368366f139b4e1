// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { queuePlaces, queuesQuery, type Queue } from '@/api/queues';
import { Link } from '@/ui/Link';
import { sections, type Page } from '@/ui/page';
import { useText } from '@/ui/text';
import { pages } from './routes';

/** The page whose address the path is, or goes on from: the longest of them. */
const currentOf = (listed: readonly Page[], path: string): Page | undefined =>
  listed
    .filter((page) => path === page.path || path.startsWith(`${page.path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0];

/** How much waits there; late ones in another colour and by a word for who does not see it. */
function Waiting({ queue }: { queue: Queue | undefined }) {
  const t = useText();
  if (!queue?.count) return null;
  return (
    <span className={queue.late ? 'navigation-count navigation-count-late' : 'navigation-count'}>
      <span aria-hidden="true">{queue.late ? `${queue.count}!` : queue.count}</span>
      <span className="seen-by-readers">{t(queue.late ? 'app.waits_late' : 'app.waits', { count: queue.count })}</span>
    </span>
  );
}

interface Props {
  layout: 'cabinet' | 'operator';
  isOpen: boolean;
  onGone: () => void;
}

/** By job. A section is there when a page is; on a phone it is opened by the button of the header. */
export function Navigation({ layout, isOpen, onGone }: Props) {
  const t = useText();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const listed = pages.filter((page) => page.layout === layout && page.nav);
  const current = currentOf(listed, path);
  const queues = useQuery({ ...queuesQuery, enabled: layout === 'operator' }).data?.queues;
  return (
    <nav id="navigation" className={isOpen ? 'navigation navigation-open' : 'navigation'} aria-label={t('app.navigation')}>
      {sections.map((section) => {
        const own = listed.filter((page) => page.nav?.section === section);
        if (!own.length) return null;
        return (
          <div key={section} className="navigation-section" role="group" aria-label={t(`nav.${section}`)}>
            {own.length > 1 && <span className="navigation-title">{t(`nav.${section}`)}</span>}
            {own.map((page) => (
              <Link
                key={page.path}
                href={page.path}
                className="navigation-link"
                aria-current={page === current ? 'page' : undefined}
                onPress={onGone}
              >
                {t(page.nav?.text ?? '')}
                <Waiting queue={queues?.find((one) => queuePlaces[one.queue].split('?')[0] === page.path)} />
              </Link>
            ))}
          </div>
        );
      })}
    </nav>
  );
}
