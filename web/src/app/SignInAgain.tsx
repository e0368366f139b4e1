// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { ChooseKey } from '@/signing/ChooseKey';
import { isAgain, signInAgain } from '@/signing/session';
import { useSigner, type Signer } from '@/signing/signer';
import { Button } from '@/ui/Button';
import { useText } from '@/ui/text';

interface Props {
  /** Whose page it is. */
  me: Schemas['Me'];
  onAgain: () => void;
  onLeave: () => void;
}

/** The session has ended, and the page waits behind: the same person goes on, with the same agents as ever. */
export function SignInAgain({ me, onAgain, onLeave }: Props) {
  const t = useText();
  const { signer, choose } = useSigner();
  const [other, setOther] = useState(false);
  const entering = useMutation({
    mutationFn: async (chosen: Signer) => {
      const again = await signInAgain(chosen, me);
      if (again) choose(chosen);
      return again;
    },
    onSuccess: (again) => again && onAgain(),
  });
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void isAgain(me).then((again) => again && onAgain(), () => undefined);
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [me, onAgain]);
  return (
    <>
      <p>{t('app.session_ended_about', { person: me.person })}</p>
      {entering.error && <AgentNotice error={entering.error} />}
      {signer && !other ? (
        <div className="row">
          <Button look="main" autoFocus isDisabled={entering.isPending} onPress={() => entering.mutate(signer)}>
            {t('app.sign_in_as', { person: signer.certificate.person })}
          </Button>
          <Button onPress={() => setOther(true)}>{t('app.other_key')}</Button>
        </div>
      ) : (
        <ChooseKey action={t('app.sign_in')} busy={entering.isPending} onChoose={(chosen) => entering.mutate(chosen)} />
      )}
      <div className="row">
        <a href="/sign-in?next=/home" target="_blank" rel="noreferrer">
          {t('app.sign_in_elsewhere')}
        </a>
        <Button look="quiet" onPress={onLeave}>
          {t('app.leave')}
        </Button>
      </div>
    </>
  );
}
