// SPDX-License-Identifier: Apache-2.0
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { useGroupName, type Schemas } from '@/api/queries';
import { useAddress, useIsPage } from '@/ui/address';
import { ExportList } from '@/ui/ExportList';
import { FilterBar, type Filter } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { PeriodFields } from '@/ui/PeriodFields';
import { SavedViews } from '@/ui/SavedViews';
import { Card, EmptyState } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { dateText } from '@/ui/uzbek_forms';
import { Count, Money, Moment } from '@/ui/values';
import { isDay } from '@/ui/written_day';
import { directionOf, termOf } from './account';

type Posting = Schemas['Posting'];
const kPage = 100;
const kFilters = ['from', 'until'] as const;
const kSigns = { in: '+', out: '−', beside: '' } as const;

/** Everything that ever happened to the money, newest first. */
export function Movements({ currency }: { currency: string }) {
  const t = useText();
  const isPage = useIsPage();
  const groupName = useGroupName();
  const { locale } = useIntl();
  const views = useSavedViews('movements');
  const [{ from, until }, setAddress] = useAddress();
  const term = termOf({ from, until });
  const list = usePages(
    ['postings', term],
    async (before: number | undefined): Promise<Schemas['Postings']> =>
      term ? call(api.GET('/api/v1/account/postings', { params: { query: { limit: kPage, before, ...term } } })) : { postings: [] },
    (page): Posting[] => page.postings,
  );
  const day = (text: string) => dateText(new Date(`${text}T00:00:00Z`), locale, { zone: 'UTC', style: 'long' });
  const filters: Filter[] = [
    ...(from && isDay(from) ? [{ id: 'from', text: t('finance.since', { day: day(from) }) }] : []),
    ...(until && isDay(until) ? [{ id: 'until', text: t('finance.up_to', { day: day(until) }) }] : []),
  ];
  const columns: TableColumn<Posting>[] = [
    { id: 'kind', name: t('finance.movement'), width: '2fr', cell: (row) => t(`finance.kind.${row.kind}`) },
    { id: 'at', name: t('finance.when'), kind: 'moment', cell: (row) => <Moment at={row.at} /> },
    {
      id: 'amount',
      name: t('finance.amount'),
      kind: 'number',
      width: 190,
      cell: (row) => (
        <>
          {kSigns[directionOf(row)]}
          <Money minor={row.amount} currency={currency} />
        </>
      ),
      written: (row) => (directionOf(row) === 'out' ? -row.amount : row.amount) / 100,
    },
    { id: 'between', name: t('finance.between'), width: '2fr', cell: (row) => t('finance.from_to', { from: t(`finance.book.${row.debit}`), to: t(`finance.book.${row.credit}`) }) },
    { id: 'group', name: t('finance.group'), cell: (row) => (row.group ? groupName(row.group) : '') },
    { id: 'codes', name: t('finance.codes'), kind: 'number', cell: (row) => (row.codes ? <Count value={row.codes} /> : '') },
    {
      id: 'order',
      name: t('finance.order'),
      kind: 'code',
      cell: (row) => row.order && (isPage(`/orders/${row.order}`) ? <Link href={`/orders/${row.order}`}>{row.order}</Link> : row.order),
    },
  ];
  return (
    <Card title={t('finance.movements')} actions={<ExportList name={['movements', term?.from, term?.to].filter(Boolean).join('_')} columns={columns} list={list} />}>
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress({ from: undefined, until: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <PeriodFields from={from ?? ''} until={until ?? ''} onChange={setAddress} />
      </FilterBar>
      <ListTable
        label={t('finance.movements')}
        list={list}
        idOf={(row) => row.number}
        columns={columns}
        empty={
          filters.length ? (
            <EmptyState title={t('finance.no_movements_so')}>{t('finance.no_movements_so_about')}</EmptyState>
          ) : (
            <EmptyState title={t('finance.no_movements')}>{t('finance.no_movements_about')}</EmptyState>
          )
        }
      />
    </Card>
  );
}
