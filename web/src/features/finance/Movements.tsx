// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useGroupName, type Schemas } from '@/api/queries';
import { useAddress, useIsPage } from '@/ui/address';
import { ExportList } from '@/ui/ExportList';
import { Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { PeriodFields } from '@/ui/PeriodFields';
import { Card, EmptyState } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count, Money, Moment } from '@/ui/values';
import { directionOf, termOf } from './account';

type Posting = Schemas['Posting'];
const kPage = 100;
const kSigns = { in: '+', out: '−', beside: '' } as const;

/** Everything that ever happened to the money, newest first. */
export function Movements({ currency }: { currency: string }) {
  const t = useText();
  const isPage = useIsPage();
  const groupName = useGroupName();
  const [{ from, until }, setAddress] = useAddress();
  const term = termOf(from, until);
  const list = usePages(
    ['postings', from, until],
    async (before: number | undefined) => {
      const page = await call(api.GET('/api/v1/account/postings', { params: { query: { limit: kPage, before } } }));
      return term.hasBegun(page.postings) ? { ...page, next: undefined } : page;
    },
    (page): Posting[] => page.postings.filter(term.holds),
  );
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
    <Card title={t('finance.movements')} actions={<ExportList name="movements" columns={columns} list={list} />}>
      <div className="row" role="search">
        <PeriodFields from={from ?? ''} until={until ?? ''} onChange={setAddress} />
      </div>
      <ListTable
        label={t('finance.movements')}
        list={list}
        idOf={(row) => row.number}
        columns={columns}
        empty={
          from || until ? (
            <EmptyState title={t('finance.no_movements_so')}>{t('finance.no_movements_so_about')}</EmptyState>
          ) : (
            <EmptyState title={t('finance.no_movements')}>{t('finance.no_movements_about')}</EmptyState>
          )
        }
      />
    </Card>
  );
}
