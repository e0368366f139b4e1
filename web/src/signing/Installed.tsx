// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { ProgramKind } from './agent';
import { AgentNotice } from './AgentNotice';
import { CertificateList } from './CertificateList';
import type { PanelProps } from './ChooseKey';
import { usePermission } from './permission';
import { PermissionPicture } from './PermissionPicture';
import { openProgram } from './programs';

/** A program on the user's machine. It is called on a press alone: some browsers ask their user then. */
export function Installed({ kind, action, onChoose, busy }: PanelProps & { kind: ProgramKind }) {
  const t = useText();
  const permission = usePermission(kind);
  const look = useMutation({
    mutationFn: async () => {
      const agent = await openProgram(kind);
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
      {permission === 'denied' && !look.error && (
        <Notice tone="warn">
          <p>{t('signing.remedy.permission_denied')}</p>
          <PermissionPicture />
        </Notice>
      )}
      {look.error && <AgentNotice error={look.error} />}
      <div>
        <Button look="main" isDisabled={look.isPending} onPress={() => look.mutate()}>
          {t(look.error ? 'signing.look_again' : 'signing.look_for_keys')}
        </Button>
      </div>
    </div>
  );
}
