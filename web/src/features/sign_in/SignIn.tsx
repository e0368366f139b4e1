// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { AgentNotice } from '@/signing/AgentNotice';
import { ChooseKey } from '@/signing/ChooseKey';
import { nextPage, signIn } from '@/signing/session';
import { useSigner, type Signer } from '@/signing/signer';
import { useAddress, useGo } from '@/ui/address';
import { Link } from '@/ui/Link';
import { Card, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Portals } from './Portals';

/** Nobody has a password: whoever holds a registered key signs a text. */
export default function SignIn() {
  const t = useText();
  const go = useGo();
  const [{ next }] = useAddress();
  const { choose } = useSigner();
  const entering = useMutation({
    mutationFn: async (signer: Signer) => {
      await signIn(signer);
      choose(signer);
    },
    onSuccess: () => go(nextPage(next)),
  });
  return (
    <div className="narrow">
      <PageHeader title={t('sign_in.title')} about={t('sign_in.about')} />
      {entering.error && <AgentNotice error={entering.error} />}
      <Card>
        <ChooseKey action={t('sign_in.enter')} busy={entering.isPending} onChoose={(signer) => entering.mutate(signer)} />
      </Card>
      <Portals next={next} />
      <p>
        {t('sign_in.no_account')} <Link href="/register">{t('sign_in.register')}</Link>
      </p>
    </div>
  );
}
