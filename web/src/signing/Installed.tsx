// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { SigningAgent } from './agent';
import { AgentNotice } from './AgentNotice';
import { CertificateList } from './CertificateList';
import type { PanelProps } from './ChooseKey';
import { hostKeys } from './host_keys';

async function open(kind: 'eimzo' | 'cryptopro'): Promise<SigningAgent> {
  if (kind === 'cryptopro') return new (await import('./cryptopro')).CryptoProAgent();
  return new (await import('./eimzo')).EimzoAgent(await hostKeys());
}

/** A program on the user's machine. It is called on a press alone: some browsers ask their user then. */
export function Installed({ kind, action, onChoose, busy }: PanelProps & { kind: 'eimzo' | 'cryptopro' }) {
  const t = useText();
  const permission = useQuery({
    queryKey: ['signing', 'permission', kind],
    queryFn: async () => (kind === 'eimzo' ? (await import('./eimzo')).loopbackPermission() : null),
  }).data;
  const look = useMutation({
    mutationFn: async () => {
      const agent = await open(kind);
      return { agent, certificates: await agent.list() };
    },
  });
  if (look.data)
    return (
      <CertificateList
        certificates={look.data.certificates}
        action={action}
        busy={busy}
        onChoose={(certificate) => onChoose({ agent: look.data.agent, certificate })}
      />
    );
  return (
    <div className="stack">
      <p className="quiet">{t(`signing.about.${kind}`)}</p>
      {permission === 'prompt' && !look.error && <Notice tone="main">{t('signing.browser_will_ask')}</Notice>}
      {permission === 'denied' && <Notice tone="warn">{t('signing.remedy.permission_denied')}</Notice>}
      {look.error && <AgentNotice error={look.error} />}
      <div>
        <Button look="main" isDisabled={look.isPending} onPress={() => look.mutate()}>
          {t(look.error ? 'signing.look_again' : 'signing.look_for_keys')}
        </Button>
      </div>
    </div>
  );
}
