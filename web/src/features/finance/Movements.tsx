// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useGroupName, type Schemas } from '@/api/queries';
import { useIsPage } from '@/ui/address';
import { Button } from '@/ui/Button';
import { dayFromToday, monthBegan } from '@/ui/days';
import { DownloadLink } from '@/ui/DownloadLink';
import { Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { Popover } from '@/ui/overlays';
import { PeriodFields } from '@/ui/PeriodFields';
import { Card, EmptyState } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Money, Moment } from '@/ui/values';
import { directionOf } from './account';

type Posting = Schemas['Posting'];
const kPage = 100;
const kSigns = { in: '+', out: '−', beside: '' } as const;

/** Everything that ever happened to the money, newest first. */
export function Movements({ currency }: { currency: string }) {
  const t = useText();
  const isPage = useIsPage();
  const groupName = useGroupName();
  const list = usePages(
    ['postings'],
    (before: number | undefined) => call(api.GET('/api/v1/account/postings', { params: { query: { limit: kPage, before } } })),
    (page): Posting[] => page.postings,
  );
  return (
    <Card title={t('finance.movements')} actions={<Export />}>
      <ListTable
        label={t('finance.movements')}
        list={list}
        idOf={(row) => row.number}
        columns={[
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
        ]}
        empty={<EmptyState title={t('finance.no_movements')}>{t('finance.no_movements_about')}</EmptyState>}
      />
    </Card>
  );
}

function Export() {
  const t = useText();
  const [term, setTerm] = useState({ from: monthBegan(), until: dayFromToday(0) });
  const query = new URLSearchParams({ from: term.from, to: term.until });
  return (
    <Popover label={t('finance.export')} opener={<Button>{t('finance.export')}</Button>}>
      <PeriodFields {...term} onChange={(changes) => setTerm({ ...term, ...changes })} />
      <DownloadLink href={`/api/v1/account/postings.csv?${query}`} name={`postings_${term.from}_${term.until}.csv`}>
        CSV
      </DownloadLink>
    </Popover>
  );
}
