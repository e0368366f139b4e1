// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed, useOnce } from '@/signing/intent';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { dayFromToday } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { DateField } from '@/ui/DateField';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { isDay } from '@/ui/written_day';
import { Facts, Moment, Status } from '@/ui/values';
import { endOf, keyTones, type ApiKey } from './keys';

const kQuarter = 90;

interface Props {
  shown: ApiKey;
  onClose: () => void;
  onToken: (token: string) => void;
}

export function KeyPanel({ shown, onClose, onToken }: Props) {
  const t = useText();
  const [expires, setExpires] = useState(() => dayFromToday(kQuarter));
  const rotate = useConfirmed<Schemas['RotatedApiKey']>({ onDone: ({ token }) => onToken(token ?? '') });
  const revoke = useOnce((key: string, header) => call(api.DELETE('/api/v1/api-keys/{key}', { params: { path: { key }, header } })), {
    onDone: () => toast(t('developer_words.revoked')),
  });
  const works = shown.state === 'active' || shown.state === 'expiring';
  const bodyOf = (): Schemas['RotateApiKey'] => ({ kind: 'rotate_api_key', key: shown.key, expires: endOf(expires) });
  return (
    <SidePanel title={shown.name} isOpen onClose={onClose}>
      <Status tone={keyTones[shown.state]}>{t(`developer_words.state.${shown.state}`)}</Status>
      <Facts
        rows={[
          [t('developer_words.key'), <span key="key" className="mono">{shown.key}</span>],
          [t('developer_words.scopes'), shown.scopes.map((one) => t(`developer_words.scope.${one}`)).join(', ')],
          [t('developer_words.addresses'), shown.addresses.join(', ') || t('developer_words.any_address')],
          [t('developer_words.created'), <Moment key="created" at={shown.created} />],
          [t('developer_words.created_by'), shown.created_by],
          [t('developer_words.expires'), <Moment key="expires" at={shown.expires} />],
          [t('developer_words.used'), shown.used ? <Moment key="used" at={shown.used} /> : t('developer_words.never')],
        ]}
      />
      <div className="row">
        <Link href={`/developer/examples?key=${shown.key}`}>{t('developer.examples')}</Link>
        <Link href={`/developer/requests?key=${shown.key}`}>{t('developer.requests')}</Link>
        <Link href={`/journal?object=${shown.key}`}>{t('developer_words.journal')}</Link>
      </div>
      {rotate.error && <AgentNotice error={rotate.error} />}
      {revoke.error && <ErrorNotice error={revoke.error} />}
      {works && (
        <div className="row">
          <ConfirmButton
            label={t('developer_words.rotate')}
            isDisabled={rotate.isPending}
            isReady={isDay(expires)}
            onConfirm={() => rotate.mutate({ path: '/api/v1/api-key-rotations', body: bodyOf() })}
          >
            <p>{t('developer_words.rotate_about')}</p>
            <DateField label={t('developer_words.expires')} value={expires} onChange={setExpires} />
          </ConfirmButton>
          <ConfirmButton label={t('developer_words.revoke')} look="danger" isDisabled={revoke.isPending} onConfirm={() => revoke.mutate(shown.key)}>
            <p>{t('developer_words.revoke_about')}</p>
          </ConfirmButton>
        </div>
      )}
    </SidePanel>
  );
}
