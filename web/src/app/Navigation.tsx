// SPDX-License-Identifier: Apache-2.0
import { useRouterState } from '@tanstack/react-router';
import { Link } from '@/ui/Link';
import { sections, type Page } from '@/ui/page';
import { useText } from '@/ui/text';
import { pages } from './routes';

/** A page is current when the address is its own or goes on from it. */
const holds = (page: Page, path: string): boolean => path === page.path || path.startsWith(`${page.path}/`);

/** By job. A section is there when a page is; on a phone it is opened by the button of the header. */
export function Navigation({ isOpen, onGone }: { isOpen: boolean; onGone: () => void }) {
  const t = useText();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const listed = pages.filter((page) => page.layout === 'cabinet' && page.nav);
  // The nearest of those that hold the address: /goods holds /goods/catalogue too.
  const current = listed.filter((page) => holds(page, path)).sort((a, b) => b.path.length - a.path.length)[0];
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
