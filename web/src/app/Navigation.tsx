// SPDX-License-Identifier: Apache-2.0
import { useRouterState } from '@tanstack/react-router';
import { Link } from '@/ui/Link';
import { sections, type Page } from '@/ui/page';
import { useText } from '@/ui/text';
import { pages } from './routes';

/** The page whose address the path is, or goes on from: the longest of them. */
const currentOf = (listed: readonly Page[], path: string): Page | undefined =>
  listed
    .filter((page) => path === page.path || path.startsWith(`${page.path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0];

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
              </Link>
            ))}
          </div>
        );
      })}
    </nav>
  );
}
