// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { answered, api, call, letIn, sendOnce } from '@/api/client';
import { meQuery, queryClient, type Schemas } from '@/api/queries';
import { secondsLeft, sessionUsed } from '@/api/session';
import { useSigner } from '@/signing/signer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/overlays';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useSignOut } from './sign_out';

const SignInAgain = lazy(async () => ({ default: (await import('./SignInAgain')).SignInAgain }));

const kWarnBefore = 120;
const kRefused = 400;

/**
 * Warns before the session ends for want of use, and lets it go on with a press. When it has ended, asks to sign in over
 * the page, which stays as it is: what was refused is sent again.
 */
export function SessionWatch({ me }: { me: Schemas['Me'] }) {
  const t = useText();
  const signOut = useSignOut();
  const { choose } = useSigner();
  const [left, setLeft] = useState<number | null>(null);
  const [ended, setEnded] = useState(false);
  const waiting = useRef<((again: boolean) => void)[]>([]);
  useEffect(() => {
    sessionUsed();
    const onAnswer = (event: Event) => (event as CustomEvent<number>).detail < kRefused && sessionUsed();
    answered.addEventListener('answer', onAnswer);
    const leave = letIn(() => {
      setEnded(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => {
      leave();
      answered.removeEventListener('answer', onAnswer);
    };
  }, []);
  useEffect(() => {
    if (ended) return;
    const clock = setInterval(() => {
      const seconds = secondsLeft();
      setLeft(seconds < kWarnBefore ? Math.max(0, seconds) : null);
      if (seconds >= 0) return;
      // Whoever went away may have left the computer to others: the key is asked for again.
      choose(null);
      setEnded(true);
      void sendOnce(new Request('/api/v1/session', { method: 'DELETE' })).catch(() => undefined);
    }, 1_000);
    return () => clearInterval(clock);
  }, [ended, choose]);
  const stay = () => void call(api.GET('/api/v1/me')).then(() => setLeft(null));
  const settle = (again: boolean) => {
    waiting.current.splice(0).forEach((resolve) => resolve(again));
    setLeft(null);
    setEnded(false);
    if (!again) queryClient.setQueryData(meQuery.queryKey, null);
  };
  return (
    <>
      <Dialog title={t('app.session_ends')} isOpen={left !== null && !ended} onClose={stay}>
        <p>{t('app.session_ends_in', { seconds: left ?? 0 })}</p>
        <div className="row">
          <Button look="main" onPress={stay}>
            {t('app.stay')}
          </Button>
          <Button onPress={() => void signOut()}>{t('app.sign_out')}</Button>
        </div>
      </Dialog>
      <Dialog title={t('app.session_ended')} isOpen={ended} onClose={() => undefined} place="closed">
        <Suspense fallback={<Skeleton />}>
          <SignInAgain me={me} onAgain={() => settle(true)} onLeave={() => settle(false)} />
        </Suspense>
      </Dialog>
    </>
  );
}
