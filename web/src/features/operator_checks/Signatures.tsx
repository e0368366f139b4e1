// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count, Moment, Status } from '@/ui/values';

type Doubtful = Schemas['DoubtfulSignature'];
const kPage = 100;
const kStates = ['waiting', 'revoked'] as const;

/** Signatures that were accepted while nobody answered whether the certificate is good, and those that turned out bad. */
export default function Signatures() {
  const t = useText();
  const [address, setAddress] = useAddress();
  const state = kStates.find((one) => one === address.state) ?? 'waiting';
  const list = usePages(
    ['operator', 'signatures', state],
    (after: number | undefined) => call(api.GET('/api/v1/operator/signatures', { params: { query: { state, limit: kPage, after } } })),
    (page): Doubtful[] => page.signatures,
  );
  const columns: TableColumn<Doubtful>[] = [
    { id: 'subject', name: t('operator_checks.under'), cell: (row) => t(`operator_checks.subject.${row.subject}`) },
    { id: 'number', name: t('operator_checks.number'), kind: 'code', width: '2fr', cell: (row) => row.number },
    { id: 'signed', name: t('operator_checks.signed'), kind: 'moment', cell: (row) => <Moment at={row.signed_at} /> },
    { id: 'next', name: t('operator_checks.next'), kind: 'moment', cell: (row) => (state === 'waiting' ? <Moment at={row.next_check_at} /> : '—') },
    { id: 'checks', name: t('operator_checks.checks'), kind: 'number', cell: (row) => <Count value={row.checks} /> },
    { id: 'state', name: t('operator_checks.state'), cell: (row) => <Status tone={row.state === 'revoked' ? 'bad' : 'warn'}>{t(`operator_checks.state.${row.state}`)}</Status> },
  ];
  return (
    <>
      <PageHeader title={t('operator_checks.signatures')} about={t('operator_checks.signatures_about')} actions={<ExportList name="signatures" columns={columns} list={list} />} />
      <div className="row" role="search">
        <Select
          label={t('operator_checks.state')}
          choices={kStates.map((id) => ({ id, name: t(`operator_checks.state.${id}`) }))}
          selectedKey={state}
          onSelectionChange={(key) => setAddress({ state: String(key) })}
        />
      </div>
      <ListTable
        label={t('operator_checks.signatures')}
        list={list}
        idOf={(row) => `${row.subject} ${row.number}`}
        columns={columns}
        empty={<EmptyState title={t('operator_checks.no_signatures')}>{t('operator_checks.no_signatures_about')}</EmptyState>}
      />
    </>
  );
}
