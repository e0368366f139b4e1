// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { inBody } from '@/api/whole_numbers';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { SidePanel } from '@/ui/overlays';
import { ReasonButton } from '@/ui/ReasonButton';
import { Since } from '@/ui/Since';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment } from '@/ui/values';

type Channel = Schemas['Channel'];
const kPage = 100;
const kLateDays = 3;

/** Connections that somebody asked for and an operator of documents or fiscal data has to confirm. */
export default function Channels() {
  const t = useText();
  const [{ channel: opened }, setAddress] = useAddress();
  const list = usePages(
    ['operator', 'channels'],
    (after: number | undefined) => call(api.GET('/api/v1/operator/channels', { params: { query: { limit: kPage, after } } })),
    (page): Channel[] => page.channels,
  );
  const shown = list.rows.find((one) => one.number === opened);
  const columns: TableColumn<Channel>[] = [
    { id: 'tax', name: t('operator_checks.participant'), kind: 'code', cell: (row) => row.tax_id },
    { id: 'kind', name: t('operator_checks.kind'), cell: (row) => t(`operator_checks.kind.${row.kind}`) },
    { id: 'operator', name: t('operator_checks.operator'), width: '2fr', cell: (row) => row.operator_name },
    { id: 'requisite', name: t('operator_checks.requisite'), kind: 'code', cell: (row) => row.requisite },
    { id: 'waits', name: t('operator_checks.waits'), cell: (row) => <Since at={row.requested} late={kLateDays} /> },
  ];
  return (
    <>
      <PageHeader title={t('operator_checks.channels')} about={t('operator_checks.channels_about')} actions={<ExportList name="channels" columns={columns} list={list} />} />
      <ListTable
        label={t('operator_checks.channels')}
        list={list}
        idOf={(row) => row.number}
        onOpen={(row) => setAddress({ channel: row.number }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_checks.no_channels')}>{t('operator_checks.no_channels_about')}</EmptyState>}
      />
      {shown && <ChannelPanel channel={shown} onClose={() => setAddress({ channel: undefined })} />}
    </>
  );
}

function ChannelPanel({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useText();
  const settle = useConfirmed<Channel>({
    onDone: () => {
      toast(t('operator_checks.settled'));
      onClose();
    },
  });
  const decide = (accepted: boolean, reason?: string) => {
    const body: Schemas['SettleChannel'] = { kind: 'settle_channel', number: inBody(channel.number), accepted, ...(reason ? { reason } : {}) };
    settle.mutate({ path: `/api/v1/operator/channels/${channel.number}`, body });
  };
  return (
    <SidePanel title={channel.operator_name} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('operator_checks.participant'), <span key="tax" className="mono">{channel.tax_id}</span>],
          [t('operator_checks.kind'), t(`operator_checks.kind.${channel.kind}`)],
          [t('operator_checks.requisite'), <span key="requisite" className="mono">{channel.requisite}</span>],
          [t('operator_checks.person'), channel.person],
          [t('operator_checks.asked'), <Moment key="asked" at={channel.requested} />],
        ]}
      />
      {settle.error && <AgentNotice error={settle.error} />}
      <div className="row">
        <ConfirmButton label={t('operator_checks.connect')} look="main" isDisabled={settle.isPending} onConfirm={() => decide(true)}>
          <p>{t('operator_checks.connect_about')}</p>
        </ConfirmButton>
        <ReasonButton label={t('operator_checks.refuse')} look="danger" isDisabled={settle.isPending} onConfirm={(reason) => decide(false, reason)}>
          <p>{t('operator_checks.refuse_about')}</p>
        </ReasonButton>
      </div>
    </SidePanel>
  );
}
