// SPDX-License-Identifier: Apache-2.0
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { AgentError } from './agent';
import { PermissionPicture } from './PermissionPicture';

/** Why it was not signed: what the agent met with, or what the system refused. Nothing when the user changed his mind. */
export function AgentNotice({ error }: { error: unknown }) {
  const t = useText();
  if (!(error instanceof AgentError)) return <ErrorNotice error={error} />;
  if (error.reason === 'cancelled') return null;
  return (
    <Notice tone="bad">
      <strong role="alert">{t(`signing.trouble.${error.reason}`)}</strong>
      <p>{t(`signing.remedy.${error.reason}`)}</p>
      {error.reason === 'permission_denied' && <PermissionPicture />}
      {error.detail && <span className="mono small">{error.detail}</span>}
    </Notice>
  );
}
