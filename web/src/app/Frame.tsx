// SPDX-License-Identifier: Apache-2.0
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { RouterProvider as AriaRouter } from 'react-aria-components';
import { SignerProvider } from '@/signing/signer';
import { useText } from '@/ui/text';
import { Toasts } from '@/ui/toasts';
import { Keys } from './Keys';
import { PaletteDoor } from './PaletteDoor';
import { SandboxStripe } from './SandboxStripe';

/** What is around every page, whoever it is for. */
export function Frame() {
  const t = useText();
  const router = useRouter();
  useFocusOnNewPage();
  return (
    <AriaRouter navigate={(path) => router.history.push(path)}>
      <SignerProvider>
        <a href="#content" className="skip">
          {t('app.skip')}
        </a>
        <SandboxStripe />
        <Outlet />
        <PaletteDoor />
        <Keys />
        <Toasts />
        <div id="announcements" className="announcements" aria-live="polite" data-live-announcer />
      </SignerProvider>
    </AriaRouter>
  );
}

/** Who goes to another page reads from its beginning; `data-page` says which page is shown, once it is. */
function useFocusOnNewPage(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) {
      document.getElementById('content')?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    before.current = path;
    document.documentElement.dataset.page = path;
  }, [path]);
}
