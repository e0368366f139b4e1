// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { answered, api, call } from '@/api/client';
import { meQuery, queryClient } from '@/api/queries';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/overlays';
import { useText } from '@/ui/text';
import { useSignOut } from './sign_out';

/** As the sign-in page learnt it: a session that is not used for so long ends. */
const kIdleKey = 'tamga.idle_seconds';
const kUsualIdle = 1_800;
const kWarnBefore = 120;
const kUnauthorized = 401;

/** Warns before the session ends for want of use, and lets it go on with a press. */
export function SessionWatch() {
  const t = useText();
  const signOut = useSignOut();
  const [left, setLeft] = useState<number | null>(null);
  const used = useRef(0);
  useEffect(() => {
    used.current = Date.now();
    const idle = Number(sessionStorage.getItem(kIdleKey) ?? kUsualIdle);
    const onAnswer = (event: Event) => {
      if ((event as CustomEvent<number>).detail === kUnauthorized) queryClient.setQueryData(meQuery.queryKey, null);
      else used.current = Date.now();
    };
    answered.addEventListener('answer', onAnswer);
    const clock = setInterval(() => {
      const seconds = idle - Math.floor((Date.now() - used.current) / 1_000);
      setLeft(seconds < kWarnBefore ? Math.max(0, seconds) : null);
      if (seconds < 0) void signOut();
    }, 1_000);
    return () => {
      clearInterval(clock);
      answered.removeEventListener('answer', onAnswer);
    };
  }, [signOut]);
  const stay = () => void call(api.GET('/api/v1/me')).then(() => setLeft(null));
  return (
    <Dialog title={t('app.session_ends')} isOpen={left !== null} onClose={stay}>
      <p>{t('app.session_ends_in', { seconds: left ?? 0 })}</p>
      <div className="row">
        <Button look="main" onPress={stay}>
          {t('app.stay')}
        </Button>
        <Button onPress={() => void signOut()}>{t('app.sign_out')}</Button>
      </div>
    </Dialog>
  );
}
