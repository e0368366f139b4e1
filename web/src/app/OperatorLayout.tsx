// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { meQuery } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { Mark } from '@/ui/Mark';
import { Notice, Skeleton } from '@/ui/surfaces';
import { LanguageSwitch, ThemeSwitch } from '@/ui/switches';
import { useText } from '@/ui/text';
import { AccountMenu } from './AccountMenu';
import { pages } from './routes';
import { SessionWatch } from './SessionWatch';
import { ToSignIn } from './ToSignIn';

/** Pages of the operator's people: another colour, so that nobody mixes them up with a participant's. */
export function OperatorLayout() {
  const t = useText();
  const me = useQuery(meQuery);
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (me.error) return <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return <Skeleton />;
  if (!me.data) return <ToSignIn />;
  return (
    <div className="cabinet operator">
      <header className="top">
        <Link href="/operator" className="brand">
          <Mark /> <span>{t('app.operator_side')}</span>
        </Link>
        <nav className="row operator-pages" aria-label={t('app.navigation')}>
          {pages
            .filter((page) => page.layout === 'operator' && page.nav)
            .map((page) => (
              <Link
                key={page.path}
                href={page.path}
                className="navigation-link"
                aria-current={path === page.path ? 'page' : undefined}
              >
                {t(page.nav?.text ?? '')}
              </Link>
            ))}
        </nav>
        <div className="row">
          <ThemeSwitch />
          <LanguageSwitch />
          <AccountMenu me={me.data} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page">
        {me.data.participant.authority ? <Outlet /> : <Notice tone="warn">{t('app.operator_only')}</Notice>}
      </main>
      <SessionWatch />
    </div>
  );
}
