// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { pathWith } from '@/api/files';
import { useSavedViews } from '@/api/preferences';
import { allOfTerm } from '@/api/term_documents';
import { useAddress, useGo } from '@/ui/address';
import { DayColumns } from '@/ui/charts';
import { Select } from '@/ui/choices';
import { dayFromToday, monthBegan } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { PeriodFields } from '@/ui/PeriodFields';
import { SavedViews } from '@/ui/SavedViews';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count } from '@/ui/values';
import { areaNames, areas, codesByDay, kindRows } from './operations';

const kFilters = ['from', 'until', 'area', 'whose'] as const;

/** What was done with codes in a term: how many documents of each kind, how many codes. */
export default function Operations() {
  const t = useText();
  const go = useGo();
  const [{ from = monthBegan(), until = dayFromToday(0), area, whose }, setAddress] = useAddress();
  const views = useSavedViews('operations');
  const term = { from, until, by_providers: whose === 'providers' };
  const report = useQuery({
    queryKey: ['documents', 'term', term],
    queryFn: () => allOfTerm(term),
    enabled: from !== '' && until !== '' && from <= until,
  });
  const rows = kindRows(report.data?.documents ?? [], area);
  const kinds = rows.map((row) => row.kind);
  const counted = (report.data?.documents ?? []).filter((one) => kinds.includes(one.kind));
  const filters = [
    ...(area ? [{ id: 'area', text: t(`reports.area.${area}`) }] : []),
    ...(whose ? [{ id: 'whose', text: t('documents.whose.providers') }] : []),
  ];
  const names = ['reports.operation', 'reports.documents', 'reports.rejected', 'reports.codes_done', 'reports.codes_refused'];
  const written = () => [
    names.map((name) => t(name)),
    ...rows.map((row) => [t(`documents.kind.${row.kind}`), row.documents, row.rejected, row.accepted, row.refused]),
  ];
  return (
    <>
      <PageHeader
        title={t(area === 'movement' ? 'reports.movement' : 'reports.operations')}
        about={t('reports.operations_about')}
        actions={<ExportTable name={`operations_${from}_${until}`} rows={written} isDisabled={!rows.length} />}
      />
      <FilterBar views={<SavedViews {...views} fields={kFilters} />} filters={filters} onRemove={(id) => setAddress({ [id]: undefined })} onClear={() => setAddress({ area: undefined, whose: undefined })}>
        <PeriodFields from={from} until={until} onChange={setAddress} />
        <Select
          label={t('reports.area')}
          choices={areaNames.map((id) => ({ id, name: t(`reports.area.${id}`) }))}
          selectedKey={area && area in areas ? area : null}
          onSelectionChange={(key) => setAddress({ area: key === null ? undefined : String(key) })}
        />
        <Select
          label={t('documents.whose')}
          choices={['own', 'providers'].map((id) => ({ id, name: t(`documents.whose.${id}`) }))}
          selectedKey={whose ?? 'own'}
          onSelectionChange={(key) => setAddress({ whose: key === 'providers' ? 'providers' : undefined })}
        />
      </FilterBar>
      {report.error && <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isLoading && <Skeleton />}
      {report.data && (
        <>
          {!report.data.complete && <Notice tone="warn">{t('reports.cut', { count: report.data.documents.length })}</Notice>}
          <DayColumns label={t('reports.codes_by_day')} days={codesByDay(counted, from, until)} />
          <SortedTable
            label={t('reports.operations')}
            rows={rows}
            idOf={(row) => row.kind}
            onOpen={(row) => go(pathWith('/documents', { kind: row.kind, from, until, whose }))}
            columns={[
              { id: 'kind', name: t('reports.operation'), width: '2fr', cell: (row) => t(`documents.kind.${row.kind}`) },
              { id: 'documents', name: t('reports.documents'), kind: 'number', cell: (row) => <Count value={row.documents} /> },
              { id: 'rejected', name: t('reports.rejected'), kind: 'number', cell: (row) => <Count value={row.rejected} /> },
              { id: 'accepted', name: t('reports.codes_done'), kind: 'number', cell: (row) => <Count value={row.accepted} /> },
              { id: 'refused', name: t('reports.codes_refused'), kind: 'number', cell: (row) => <Count value={row.refused} /> },
            ]}
            empty={<EmptyState title={t('reports.no_operations')}>{t('reports.no_operations_about')}</EmptyState>}
          />
        </>
      )}
    </>
  );
}
