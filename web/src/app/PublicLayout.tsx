// SPDX-License-Identifier: Apache-2.0
import { Outlet } from '@tanstack/react-router';
import { useMe, useSystem } from '@/api/queries';
import { ButtonLink, Link } from '@/ui/Link';
import { Mark } from '@/ui/Mark';
import { LanguageSwitch, ThemeSwitch } from '@/ui/switches';
import { useText } from '@/ui/text';

/** Pages for everybody. */
export function PublicLayout() {
  const t = useText();
  const me = useMe();
  return (
    <div className="public">
      <header className="top">
        <Link href="/" className="brand">
          <Mark /> <span>{t('app.name')}</span>
        </Link>
        <nav className="row" aria-label={t('app.tools')}>
          <ThemeSwitch />
          <LanguageSwitch />
          <ButtonLink href={me ? '/home' : '/sign-in'} look="main">
            {t(me ? 'app.to_cabinet' : 'app.sign_in')}
          </ButtonLink>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="page">
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}

function Footer() {
  const t = useText();
  const operator = useSystem()?.operated_by;
  return (
    <footer className="foot">
      {operator && (
        <address className="stack-tight">
          <strong>{operator.name}</strong>
          <span>{operator.address}</span>
          <span className="row">
            <a href={`mailto:${operator.email}`}>{operator.email}</a>
            {operator.phone && <a href={`tel:${operator.phone}`}>{operator.phone}</a>}
          </span>
        </address>
      )}
      <nav className="row" aria-label={t('app.more')}>
        <Link href="/application">{t('app.application_status')}</Link>
        <a href="/api/v1/docs">{t('app.interface')}</a>
      </nav>
    </footer>
  );
}
