// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { supportQuery } from '@/api/public_queries';
import { useMe, useSystem } from '@/api/queries';
import { Button } from '@/ui/Button';
import { HelpDoor } from '@/ui/help_door';
import { ButtonLink, Link } from '@/ui/Link';
import { Mark } from '@/ui/Mark';
import { Menu } from '@/ui/overlays';
import { LanguageSwitch, ThemeSwitch } from '@/ui/switches';
import { useText } from '@/ui/text';
import { pageOf } from './routes';

const kSections = [
  ['/check', 'app.check'],
  ['/groups', 'app.groups'],
  ['/news', 'app.news'],
  ['/help', 'app.help'],
] as const;

/** Pages for everybody. */
export function PublicLayout({ children }: { children?: ReactNode }) {
  const t = useText();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const help = pageOf(useMatches().at(-1)?.fullPath ?? '')?.help;
  return (
    <div className="public">
      <header className="top">
        <Menu label={t('app.sections')} choices={kSections.map(([href, text]) => ({ id: href, name: t(text), href }))}>
          <Button look="quiet" className="on-narrow" aria-label={t('app.sections')}>
            <span aria-hidden="true">☰</span>
          </Button>
        </Menu>
        <Link href="/" className="brand">
          <Mark /> <span>{t('app.name')}</span>
        </Link>
        <nav className="row public-sections" aria-label={t('app.sections')}>
          {kSections.map(([href, text]) => (
            <Link key={href} href={href} className="navigation-link" aria-current={path.startsWith(href) ? 'page' : undefined}>
              {t(text)}
            </Link>
          ))}
        </nav>
        <div className="row" role="group" aria-label={t('app.tools')}>
          <ThemeSwitch />
          <LanguageSwitch />
          <ButtonLink href={me ? '/home' : '/sign-in'} look="main">
            {t(me ? 'app.to_cabinet' : 'app.sign_in')}
          </ButtonLink>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page">
        <HelpDoor value={help ?? null}>{children ?? <Outlet />}</HelpDoor>
      </main>
      <Footer />
    </div>
  );
}

function Footer() {
  const t = useText();
  const operator = useSystem()?.operated_by;
  const contacts = useQuery(supportQuery).data?.contacts;
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
          {contacts && (
            <span className="row">
              <a href={`tel:${contacts.hotline.replace(/[^+\d]/g, '')}`}>{contacts.hotline}</a>
              <span>{contacts.hours}</span>
            </span>
          )}
        </address>
      )}
      <nav className="row" aria-label={t('app.more')}>
        <Link href="/contacts">{t('app.contacts')}</Link>
        <Link href="/legal">{t('app.legal')}</Link>
        <Link href="/application">{t('app.application_status')}</Link>
        <a href="/api/v1/docs">{t('app.interface')}</a>
      </nav>
    </footer>
  );
}
