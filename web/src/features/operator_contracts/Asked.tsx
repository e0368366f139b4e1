// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useGroupName, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { SidePanel } from '@/ui/overlays';
import { ReasonButton } from '@/ui/ReasonButton';
import { Since } from '@/ui/Since';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment, Status } from '@/ui/values';

type Asked = Schemas['PriorContract'];
const kPage = 100;
const kLateDays = 3;

/** Who asks for a contract before he registers: the manager of the group answers. */
export default function AskedContracts() {
  const t = useText();
  const groupName = useGroupName();
  const [{ request: opened }, setAddress] = useAddress();
  const list = usePages(
    ['operator', 'prior-contracts'],
    (after: number | undefined) => call(api.GET('/api/v1/operator/prior-contracts', { params: { query: { limit: kPage, after } } })),
    (page): Asked[] => page.requests,
  );
  const shown = list.rows.find((one) => one.number === opened);
  const columns: TableColumn<Asked>[] = [
    { id: 'company', name: t('operator_contracts.company'), width: '2fr', cell: (row) => row.company },
    { id: 'group', name: t('operator_contracts.group'), cell: (row) => groupName(row.group) },
    { id: 'person', name: t('operator_contracts.person'), width: '2fr', cell: (row) => row.person },
    { id: 'at', name: t('operator_contracts.came'), kind: 'moment', cell: (row) => <Moment at={row.at} /> },
    {
      id: 'waits',
      name: t('operator_contracts.waits'),
      cell: (row) => (row.closed_at ? <Status tone="neutral">{t('operator_contracts.answered')}</Status> : <Since at={row.at} late={kLateDays} />),
    },
  ];
  return (
    <>
      <PageHeader title={t('operator_contracts.asked')} about={t('operator_contracts.asked_about')} actions={<ExportList name="asked_contracts" columns={columns} list={list} />} />
      <ListTable
        label={t('operator_contracts.asked')}
        list={list}
        idOf={(row) => row.number}
        onOpen={(row) => setAddress({ request: row.number }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_contracts.none_asked')}>{t('operator_contracts.none_asked_about')}</EmptyState>}
      />
      {shown && <AskedPanel asked={shown} group={groupName(shown.group)} onClose={() => setAddress({ request: undefined })} />}
    </>
  );
}

function AskedPanel({ asked, group, onClose }: { asked: Asked; group: string; onClose: () => void }) {
  const t = useText();
  const close = useConfirmed({
    onDone: () => {
      toast(t('operator_contracts.closed'));
      onClose();
    },
  });
  const send = (answer: string) => {
    const body = { kind: 'close_prior_contract', request: asked.number, answer } satisfies Schemas['PriorContractAnswer'];
    close.mutate({ path: `/api/v1/operator/prior-contracts/${asked.number}/answer`, body });
  };
  return (
    <SidePanel title={asked.company} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('operator_contracts.tax_id'), <span key="tax" className="mono">{asked.tax_id}</span>],
          [t('operator_contracts.group'), group],
          [t('operator_contracts.person'), asked.person],
          [t('operator_contracts.email'), <a key="email" href={`mailto:${asked.email}`}>{asked.email}</a>],
          [t('operator_contracts.phone'), <a key="phone" href={`tel:${asked.phone}`}>{asked.phone}</a>],
          [t('operator_contracts.came'), <Moment key="at" at={asked.at} />],
          ...(asked.answer ? [[t('operator_contracts.answer'), asked.answer] as [string, string]] : []),
        ]}
      />
      {close.error && <AgentNotice error={close.error} />}
      {!asked.closed_at && (
        <div>
          <ReasonButton label={t('operator_contracts.close')} look="main" field={t('operator_contracts.answer')} isDisabled={close.isPending} onConfirm={send}>
            <p>{t('operator_contracts.close_about')}</p>
          </ReasonButton>
        </div>
      )}
    </SidePanel>
  );
}
