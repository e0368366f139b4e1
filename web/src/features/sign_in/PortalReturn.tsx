// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, call } from '@/api/client';
import { sessionBegan } from '@/api/session';
import { begin, nextPage } from '@/signing/session';
import { useAddress, useGo } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { takeAttempt } from './portal_attempt';

/** The portal sends the browser back here with a code. */
export default function PortalReturn() {
  const t = useText();
  const go = useGo();
  const [{ code = '', state = '' }] = useAddress();
  const { mutate, error } = useMutation({
    mutationFn: async () => {
      const attempt = takeAttempt();
      const finished = await call(
        api.POST('/api/v1/sign-in/external/finish', {
          body: {
            provider: attempt?.provider ?? '-',
            handle: attempt?.handle ?? '-',
            purpose: 'sign_in',
            code,
            state,
            cookie: true,
          },
        }),
      );
      sessionBegan(finished.idle_seconds ?? 0);
      await begin();
      go(nextPage(attempt?.next), { replace: true });
    },
  });
  const answered = Boolean(code && state);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !answered) return;
    begun.current = true;
    mutate();
  }, [mutate, answered]);
  return (
    <div className="narrow">
      <PageHeader title={t('sign_in.title')} />
      {answered && !error && <Skeleton />}
      {error && <ErrorNotice error={error} />}
      {!answered && <Notice tone="warn">{t('sign_in.portal_silent')}</Notice>}
      {(error || !answered) && (
        <div className="row">
          <ButtonLink href="/sign-in">{t('sign_in.other_way')}</ButtonLink>
        </div>
      )}
    </div>
  );
}
