// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useEvents } from '@/api/events';
import { pathWith } from '@/api/files';
import { everyRow, usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { queryClient, useMe, type Schemas } from '@/api/queries';
import { pageOfTerm } from '@/api/term_documents';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportTable, type RowsInHand } from '@/ui/ExportTable';
import { FilterBar, type Filter } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ButtonLink, Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { PeriodFields } from '@/ui/PeriodFields';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, Notice, PageHeader } from '@/ui/surfaces';
import { momentCell } from '@/ui/table_file';
import { useText } from '@/ui/text';
import { dateText } from '@/ui/uzbek_forms';
import { Count, Moment, Status } from '@/ui/values';
import { isDay } from '@/ui/written_day';
import { archivedKinds } from './kinds';
import { statuses, toneOf, useKindName } from './names';

type Judged = Schemas['JudgedDocument'];
const kFilters = ['kind', 'status', 'counterpart', 'from', 'until', 'whose'] as const;
const kPage = 100;
const kPageOfFile = 500;

const partnerOf = (one: Judged): string => one.counterpart_name ?? one.counterpart ?? '';

/** Everything that was sent, and how it ended. */
export default function DocumentList() {
  const t = useText();
  const { locale } = useIntl();
  const go = useGo();
  const nameOf = useKindName();
  const sees = useMe()?.rights.includes('see_codes') ?? false;
  const [{ kind, status, counterpart, from, until, whose }, setAddress] = useAddress();
  const views = useSavedViews('documents');
  const term = { kind, status: statuses.find((one) => one === status), counterpart, from, until, by_providers: whose === 'providers' };
  const ask = (size: number) => (before: string | undefined) => pageOfTerm(term, before, size);
  const list = usePages(['documents', 'archive', term], ask(kPage), (page): Judged[] => page.documents);
  // What waits has no kind yet, and is not among what was judged.
  const waiting = useQuery({
    queryKey: ['documents', 'waiting', from, until],
    queryFn: () => pageOfTerm({ status: 'waiting', from, until }, undefined, kPageOfFile),
  });
  useEvents(() => void queryClient.invalidateQueries({ queryKey: ['documents'] }), sees);
  const waits = waiting.data?.documents ?? [];
  const held = kind || status || counterpart || whose ? [] : waits;
  const rows: Judged[] = list.isPending ? [] : [...held, ...list.rows];
  const day = (text: string) => (!isDay(text) ? text : dateText(new Date(`${text}T00:00:00Z`), locale, { zone: 'UTC', style: 'long' }));
  const filters: Filter[] = [
    ...(kind ? [{ id: 'kind', text: nameOf(kind) }] : []),
    ...(status ? [{ id: 'status', text: t(`documents.status.${status}`) }] : []),
    ...(counterpart ? [{ id: 'counterpart', text: t('documents.with', { tax_id: counterpart }) }] : []),
    ...(from ? [{ id: 'from', text: t('documents.since', { day: day(from) }) }] : []),
    ...(until ? [{ id: 'until', text: t('documents.up_to', { day: day(until) }) }] : []),
    ...(whose ? [{ id: 'whose', text: t('documents.whose.providers') }] : []),
  ];
  const written = async (inHand: RowsInHand) => {
    const names = ['documents.kind_filter', 'documents.number', 'documents.status_filter', 'documents.counterpart', 'documents.codes', 'documents.accepted', 'documents.refused', 'documents.received', 'documents.person'];
    const lines = [...held, ...(await everyRow(ask(kPageOfFile), (page): Judged[] => page.documents, inHand))].map((one) => [
      nameOf(one.kind),
      one.document ?? '',
      t(`documents.status.${one.status}`),
      partnerOf(one),
      one.codes,
      one.accepted,
      one.refused,
      momentCell(one.received_at),
      one.person,
    ]);
    return [names.map((name) => t(name)), ...lines];
  };
  const anything = { id: '', name: t('documents.any') };
  return (
    <>
      <PageHeader
        title={t('documents.title')}
        about={t('documents.title_about')}
        actions={
          <>
            <ExportTable name="documents" rows={written} isDisabled={!rows.length} />
            <ButtonLink look="main" href="/documents/new">
              {t('documents.new')}
            </ButtonLink>
          </>
        }
      />
      {waits.length > 0 && status !== 'waiting' && (
        <Notice tone="main">
          <p>{t('documents.some_wait', { count: waits.length })}</p>
          <Link href={pathWith('/documents', { status: 'waiting', from, until })}>{t('documents.show_waiting')}</Link>
        </Notice>
      )}
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
        onClear={() => setAddress(Object.fromEntries(kFilters.map((one) => [one, undefined])))}
      >
        <Select
          label={t('documents.kind_filter')}
          choices={[anything, ...archivedKinds.map((id) => ({ id, name: nameOf(id) }))]}
          selectedKey={kind ?? ''}
          onSelectionChange={(key) => setAddress({ kind: String(key ?? '') })}
        />
        <Select
          label={t('documents.status_filter')}
          choices={[anything, ...statuses.map((id) => ({ id, name: t(`documents.status.${id}`) }))]}
          selectedKey={status ?? ''}
          onSelectionChange={(key) => setAddress({ status: String(key ?? '') })}
        />
        <PeriodFields from={from ?? ''} until={until ?? ''} onChange={setAddress} />
        <Select
          label={t('documents.whose')}
          choices={[
            { id: '', name: t('documents.whose.own') },
            { id: 'providers', name: t('documents.whose.providers') },
          ]}
          selectedKey={whose ?? ''}
          onSelectionChange={(key) => setAddress({ whose: String(key ?? '') })}
        />
        <FindField
          label={t('documents.counterpart_field')}
          action={t('documents.find')}
          mono
          maxLength={20}
          onFind={(text) => setAddress({ counterpart: text.replace(/\s/g, '') })}
        />
      </FilterBar>
      <ListTable
        label={t('documents.title')}
        list={{ ...list, rows }}
        idOf={(row) => row.document ?? row.received_at}
        onOpen={(row) => go(`/documents/${row.document}`)}
        columns={[
          { id: 'kind', name: t('documents.kind_filter'), width: '2fr', cell: (row) => [nameOf(row.kind), partnerOf(row)].filter(Boolean).join(' · ') },
          { id: 'status', name: t('documents.status_filter'), width: 180, cell: (row) => <Status tone={toneOf[row.status]}>{t(`documents.status.${row.status}`)}</Status> },
          { id: 'codes', name: t('documents.codes'), kind: 'number', width: 90, cell: (row) => <Count value={row.codes} /> },
          { id: 'refused', name: t('documents.refused'), kind: 'number', width: 115, cell: (row) => <Count value={row.refused} /> },
          { id: 'at', name: t('documents.received'), kind: 'moment', cell: (row) => <Moment at={row.received_at} /> },
          { id: 'person', name: t('documents.person'), width: '1fr', cell: (row) => row.person },
        ]}
        empty={
          filters.length ? (
            <EmptyState title={t('documents.none_so')}>{t('documents.none_so_about')}</EmptyState>
          ) : (
            <EmptyState
              title={t('documents.none')}
              action={
                <ButtonLink look="main" href="/documents/new">
                  {t('documents.new')}
                </ButtonLink>
              }
            >
              {t('documents.none_about')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
