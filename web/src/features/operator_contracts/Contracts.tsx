// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { Since } from '@/ui/Since';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { ContractPanel } from './ContractPanel';

type Contract = Schemas['Contract'];
const kPage = 100;
const kLateDays = 5;

/** Contracts that a participant signed and the rules did not accept by themselves. */
export default function Contracts() {
  const t = useText();
  const [{ contract: opened }, setAddress] = useAddress();
  const list = usePages(
    ['operator', 'contracts'],
    (after: number | undefined) => call(api.GET('/api/v1/operator/contracts', { params: { query: { limit: kPage, after } } })),
    (page): Contract[] => page.contracts,
  );
  const shown = list.rows.find((one) => String(one.contract) === opened);
  const columns: TableColumn<Contract>[] = [
    { id: 'company', name: t('operator_contracts.company'), width: '2fr', cell: (row) => row.company },
    { id: 'title', name: t('operator_contracts.contract'), width: '2fr', cell: (row) => [row.title, row.group_name].filter(Boolean).join(': ') },
    { id: 'number', name: t('operator_contracts.number'), kind: 'code', cell: (row) => row.number },
    { id: 'state', name: t('operator_contracts.state'), cell: (row) => <Status tone="main">{row.state_name}</Status> },
    { id: 'waits', name: t('operator_contracts.waits'), cell: (row) => (row.signed_at ? <Since at={row.signed_at} late={kLateDays} /> : '') },
  ];
  return (
    <>
      <PageHeader title={t('operator_contracts.title')} about={t('operator_contracts.about')} actions={<ExportList name="contracts" columns={columns} list={list} />} />
      <ListTable
        label={t('operator_contracts.title')}
        list={list}
        idOf={(row) => String(row.contract)}
        onOpen={(row) => setAddress({ contract: String(row.contract) }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('operator_contracts.none')}>{t('operator_contracts.none_about')}</EmptyState>}
      />
      {shown && <ContractPanel key={shown.contract} contract={shown} onClose={() => setAddress({ contract: undefined })} />}
    </>
  );
}
