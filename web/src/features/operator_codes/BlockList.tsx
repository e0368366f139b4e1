// SPDX-License-Identifier: Apache-2.0
import { ListTable } from '@/ui/ListTable';
import { EmptyState } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Moment, Status } from '@/ui/values';
import { useOwnDocuments } from './own_documents';

/** What was done before, with how many codes it reached. */
export function BlockList({ kind }: { kind: string }) {
  const t = useText();
  const list = useOwnDocuments(kind);
  return (
    <ListTable
      label={t(`operator_codes.deed.${kind}`)}
      list={list}
      idOf={(row) => row.document ?? row.received_at}
      columns={[
        { id: 'document', name: t('operator_codes.document'), kind: 'code', cell: (row) => row.document },
        { id: 'at', name: t('operator_codes.at'), kind: 'moment', cell: (row) => <Moment at={row.received_at} /> },
        { id: 'person', name: t('operator_codes.person'), width: '2fr', cell: (row) => row.person },
        { id: 'accepted', name: t('operator_codes.accepted'), kind: 'number', cell: (row) => <Count value={row.accepted} /> },
        { id: 'refused', name: t('operator_codes.refused'), kind: 'number', cell: (row) => <Count value={row.refused} /> },
        {
          id: 'status',
          name: t('operator_codes.status'),
          cell: (row) => (
            <Status tone={row.status === 'accepted' ? 'good' : row.status === 'rejected' ? 'bad' : 'warn'}>{t(`operator_codes.status.${row.status}`)}</Status>
          ),
        },
      ]}
      empty={<EmptyState title={t('operator_codes.none_before')} />}
    />
  );
}
