// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status, type Tone } from '@/ui/values';
import { ConnectChannel } from './ConnectChannel';

const kTones: Record<Schemas['ChannelState'], Tone> = { requested: 'main', active: 'good', refused: 'bad', ended: 'neutral' };

/** Connections to operators of electronic documents and fiscal data. */
export default function ChannelsPage() {
  const t = useText();
  const list = useQuery({ queryKey: ['channels'], queryFn: () => call(api.GET('/api/v1/channels')) });
  const kinds = [...new Set(list.data?.operators.map((one) => one.kind))];
  return (
    <>
      <PageHeader title={t('channels.title')} about={t('channels.about')} />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {kinds.map((kind) => {
        const own = list.data?.channels.filter((one) => one.kind === kind) ?? [];
        return (
          <Card key={kind} title={t(`channels.kind.${kind}`)}>
            {own.length > 0 && (
              <ul className="checklist" aria-label={t('channels.connected')}>
                {own.map((one) => (
                  <li key={one.number}>
                    <span>
                      {one.operator_name} <span className="mono small">{one.requisite}</span>
                      {one.reason && <span className="quiet small"> {one.reason}</span>}
                    </span>
                    <Status tone={kTones[one.state]}>{t(`channels.state.${one.state}`)}</Status>
                  </li>
                ))}
              </ul>
            )}
            <ConnectChannel operators={list.data?.operators.filter((one) => one.kind === kind) ?? []} isFirst={kind === 'edo' && own.length === 0} />
          </Card>
        );
      })}
    </>
  );
}
