// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { pathWith } from '@/api/files';
import { useSavedViews } from '@/api/preferences';
import { nameIn, useDictionaries } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { ShareBar } from '@/ui/charts';
import { Select } from '@/ui/choices';
import { dayFromToday, monthBegan } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { PeriodFields } from '@/ui/PeriodFields';
import { SavedViews } from '@/ui/SavedViews';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count } from '@/ui/values';
import { leavingKinds, readLeaving, reasonRows, type ReasonRow } from './write_offs';

const kFilters = ['from', 'until', 'kind'] as const;

/** What was annulled, written off or withdrawn in a term, and why. */
export default function WriteOffs() {
  const t = useText();
  const go = useGo();
  const words = useDictionaries();
  const [{ from = monthBegan(), until = dayFromToday(0), kind }, setAddress] = useAddress();
  const views = useSavedViews('write_offs');
  const term = { from, until, kind };
  const report = useQuery({
    queryKey: ['documents', 'leaving', term],
    queryFn: () => readLeaving(term),
    enabled: from !== '' && until !== '' && from <= until,
  });
  const rows = reasonRows(report.data?.documents ?? []);
  const reasonName = (row: ReasonRow) => nameIn(row.kind === 'withdraw' ? words?.withdrawal_reasons : words?.write_off_reasons, row.reason);
  const written = () => [
    [t('reports.operation'), t('reports.reason'), t('reports.documents'), t('reports.codes')],
    ...rows.map((row) => [t(`documents.kind.${row.kind}`), reasonName(row), row.documents, row.codes]),
  ];
  return (
    <>
      <PageHeader
        title={t('reports.write_offs')}
        about={t('reports.write_offs_about')}
        actions={<ExportTable name={`write_offs_${from}_${until}`} rows={written} isDisabled={!rows.length} />}
      />
      <FilterBar
        filters={kind ? [{ id: 'kind', text: t(`documents.kind.${kind}`) }] : []}
        onRemove={() => setAddress({ kind: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
        onClear={() => setAddress({ kind: undefined })}
      >
        <PeriodFields from={from} until={until} onChange={setAddress} />
        <Select
          label={t('reports.operation')}
          choices={leavingKinds.map((id) => ({ id, name: t(`documents.kind.${id}`) }))}
          selectedKey={kind ?? null}
          onSelectionChange={(key) => setAddress({ kind: key === null ? undefined : String(key) })}
        />
      </FilterBar>
      {report.error && <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isLoading && <Skeleton />}
      {report.data && (
        <>
          {!report.data.complete && <Notice tone="warn">{t('reports.cut', { count: report.data.documents.length })}</Notice>}
          <ShareBar label={t('reports.by_reason')} parts={rows.map((row) => ({ id: `${row.kind} ${row.reason}`, name: reasonName(row), value: row.codes }))} />
          <SortedTable
            label={t('reports.write_offs')}
            rows={rows}
            idOf={(row) => `${row.kind} ${row.reason}`}
            onOpen={(row) => go(pathWith('/documents', { kind: row.kind, from, until }))}
            columns={[
              { id: 'reason', name: t('reports.reason'), width: '2fr', cell: reasonName },
              { id: 'kind', name: t('reports.operation'), width: '1fr', cell: (row) => t(`documents.kind.${row.kind}`) },
              { id: 'documents', name: t('reports.documents'), kind: 'number', cell: (row) => <Count value={row.documents} /> },
              { id: 'codes', name: t('reports.codes'), kind: 'number', cell: (row) => <Count value={row.codes} /> },
            ]}
            empty={<EmptyState title={t('reports.nothing_left')}>{t('reports.nothing_left_about')}</EmptyState>}
          />
          <p className="quiet small">
            {t('reports.by_system')} <Link href="/codes?status=written_off">{t('reports.see_written_off')}</Link>
          </p>
        </>
      )}
    </>
  );
}
