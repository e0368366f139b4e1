// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from 'react';
import CheckPage from '@/features/check/CheckPage';
import { isOfReport } from '@/features/check/report_memory';
import { Mark } from '@/ui/Mark';
import { PlainLook, PlainLanguage } from '@/ui/plain';
import { useText } from '@/ui/text';
import { SandboxStripe } from './SandboxStripe';

const ReportStatus = lazy(() => import('@/features/check/ReportStatus'));

/** What is around the check when it stands alone: links load the other pages. */
export function CheckFrame() {
  const t = useText();
  return (
    <>
      <a href="#content" className="skip">
        {t('app.skip')}
      </a>
      <SandboxStripe />
      <div className="public">
        <header className="top">
          <a href="/" className="brand">
            <Mark /> <span>{t('app.name')}</span>
          </a>
          <nav className="row" aria-label={t('app.tools')}>
            <PlainLook />
            <PlainLanguage />
          </nav>
        </header>
        <main id="content" tabIndex={-1} className="page">
          {isOfReport(location.pathname) ? (
            <Suspense fallback={<p role="status">{t('ui.loading')}</p>}>
              <ReportStatus />
            </Suspense>
          ) : (
            <CheckPage />
          )}
        </main>
        <footer className="foot">
          <nav className="row" aria-label={t('app.more')}>
            <a href="/">{t('app.to_main')}</a>
            <a href="/help">{t('app.help')}</a>
            <a href="/contacts">{t('app.contacts')}</a>
          </nav>
        </footer>
      </div>
      <div id="announcements" className="announcements" aria-live="polite" data-live-announcer />
    </>
  );
}
