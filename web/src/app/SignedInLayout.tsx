// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '@/api/queries';
import { AskDoor } from '@/ui/ask_door';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { HelpDoor } from '@/ui/help_door';
import { Link } from '@/ui/Link';
import { Mark } from '@/ui/Mark';
import { openPalette } from '@/ui/palette_door';
import { Notice, Skeleton } from '@/ui/surfaces';
import { LanguageSwitch, ThemeSwitch } from '@/ui/switches';
import { useText } from '@/ui/text';
import { AccountMenu } from './AccountMenu';
import { askSupport } from './ask_support';
import { Bell } from './Bell';
import { Closed, lacks } from './Closed';
import { KeptLooks } from './KeptLooks';
import { Navigation } from './Navigation';
import { NextStep } from './NextStep';
import { pageOf } from './routes';
import { SessionWatch } from './SessionWatch';
import { FurtherTexts } from './Texts';
import { ToSignIn } from './ToSignIn';

export const CabinetLayout = () => (
  <FurtherTexts part="cabinet">
    <SignedInLayout side="cabinet" />
  </FurtherTexts>
);
/** The operator's pages have another colour, so that nobody mixes them up with a participant's. */
export const OperatorLayout = () => (
  <FurtherTexts part="cabinet">
    <FurtherTexts part="operator">
      <SignedInLayout side="operator" />
    </FurtherTexts>
  </FurtherTexts>
);

/** Pages of whoever is signed in. */
function SignedInLayout({ side }: { side: 'cabinet' | 'operator' }) {
  const t = useText();
  const me = useQuery(meQuery);
  const [open, setOpen] = useState(false);
  const page = pageOf(useMatches().at(-1)?.fullPath ?? '');
  if (me.error && !me.data) return <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return <Skeleton />;
  if (!me.data) return <ToSignIn />;
  const operator = side === 'operator';
  const own = !operator || me.data.participant.authority;
  return (
    <div className={operator ? 'cabinet operator' : 'cabinet'}>
      <header className="top">
        <Button
          look="quiet"
          className="on-narrow"
          aria-label={t('app.navigation')}
          aria-expanded={open}
          aria-controls="navigation"
          onPress={() => setOpen(!open)}
        >
          <span aria-hidden="true">☰</span>
        </Button>
        <Link href={operator ? '/operator' : '/home'} className="brand">
          <Mark /> <span className="on-wide">{t(operator ? 'app.operator_side' : 'app.name')}</span>
        </Link>
        <Button className="search-door" onPress={() => openPalette()}>
          <span aria-hidden="true">⌕</span> <span className="on-wide">{t('app.search')}</span>
          <kbd className="on-wide">Ctrl K</kbd>
        </Button>
        <div className="row">
          {!operator && <Bell />}
          <ThemeSwitch />
          <LanguageSwitch />
          <AccountMenu me={me.data} />
        </div>
      </header>
      <div className="cabinet-body">
        {own && <Navigation layout={side} isOpen={open} onGone={() => setOpen(false)} />}
        <main id="content" tabIndex={-1} className="page">
          {!operator && <NextStep />}
          {own && page && <Closed page={page} me={me.data} />}
          {!own && <Notice tone="warn">{t('app.operator_only')}</Notice>}
          {own && !(page && lacks(page, me.data)) && (
            <AskDoor value={operator ? null : askSupport}>
              <HelpDoor value={page?.help ?? null}>
                <FurtherTexts part={page?.words ? 'words' : null}>
                <Outlet />
              </FurtherTexts>
              </HelpDoor>
            </AskDoor>
          )}
        </main>
      </div>
      <KeptLooks />
      <SessionWatch me={me.data} />
    </div>
  );
}
