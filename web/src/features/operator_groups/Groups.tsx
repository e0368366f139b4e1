// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { groupsQuery, type Schemas } from '@/api/queries';
import { useGo } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Status } from '@/ui/values';
import { writtenRows } from '@/ui/written_rows';

/** Product groups of the country: mode, dates, whether codes can be ordered, who answers for them. */
export default function Groups() {
  const t = useText();
  const go = useGo();
  const groups = useQuery(groupsQuery);
  const rows = groups.data?.groups ?? [];
  const columns: TableColumn<Schemas['ProductGroup']>[] = [
    { id: 'name', name: t('operator_groups.name'), width: '2fr', cell: (row) => row.name },
    { id: 'mode', name: t('operator_groups.mode'), width: 240, cell: (row) => t(`operator_groups.mode.${row.mode}`) },
    { id: 'from', name: t('operator_groups.mandatory_from'), kind: 'day', cell: (row) => (row.mandatory_from ? <Day date={row.mandatory_from} /> : '') },
    {
      id: 'open',
      name: t('operator_groups.orders'),
      cell: (row) => <Status tone={row.ordering_open ? 'good' : 'neutral'}>{t(row.ordering_open ? 'operator_groups.open' : 'operator_groups.closed')}</Status>,
    },
    { id: 'manager', name: t('operator_groups.manager'), width: '2fr', cell: (row) => row.manager ?? '—' },
  ];
  return (
    <>
      <PageHeader
        title={t('operator_groups.title')}
        about={t('operator_groups.about')}
        actions={<ExportTable name="groups" rows={() => writtenRows(columns, rows)} isDisabled={!rows.length} />}
      />
      {groups.error && <ErrorNotice error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && <Skeleton />}
      {groups.data && (
        <SortedTable
          label={t('operator_groups.title')}
          rows={rows}
          idOf={(row) => row.group}
          onOpen={(row) => go(`/operator/groups/${row.group}`)}
          columns={columns}
          empty={<EmptyState title={t('operator_groups.none')} />}
        />
      )}
    </>
  );
}
