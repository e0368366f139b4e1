// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useMay, type Schemas } from '@/api/queries';
import { inAddress } from '@/api/whole_numbers';
import { useOnce } from '@/signing/intent';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Status, type Tone } from '@/ui/values';
import { ConnectChannel } from './ConnectChannel';

const kTones: Record<Schemas['ChannelState'], Tone> = { requested: 'main', active: 'good', refused: 'bad', ended: 'neutral' };
const kOpen: readonly Schemas['ChannelState'][] = ['requested', 'active'];

/** Connections to operators of electronic documents and fiscal data. */
export default function ChannelsPage() {
  const t = useText();
  const may = useMay();
  const list = useQuery({ queryKey: ['channels'], queryFn: () => call(api.GET('/api/v1/channels')) });
  const ending = useOnce(
    (channel: string, header) => call(api.DELETE('/api/v1/channels/{channel}', { params: { path: { channel: inAddress(channel) }, header } })),
    { onDone: () => toast(t('channels.ended')) },
  );
  const kinds = [...new Set(list.data?.operators.map((one) => one.kind))];
  return (
    <>
      <PageHeader title={t('channels.title')} about={t('channels.about')} />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {ending.error && <ErrorNotice error={ending.error} />}
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
                    <span className="row">
                      <Status tone={kTones[one.state]}>{t(`channels.state.${one.state}`)}</Status>
                      {may('profile') && kOpen.includes(one.state) && (
                        <ConfirmButton
                          label={t('channels.end')}
                          name={`${t('channels.end')}: ${one.operator_name}`}
                          look="quiet"
                          isDisabled={ending.isPending}
                          onConfirm={() => ending.mutate(one.number)}
                        >
                          <p>{t(`channels.end_about.${kind}`)}</p>
                        </ConfirmButton>
                      )}
                    </span>
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
