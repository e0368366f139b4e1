// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, call } from '@/api/client';
import { accessQuery, type Schemas } from '@/api/queries';
import { useGo } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { Card, EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Status } from '@/ui/values';
import { toneOf } from './state';

const kPage = 100;

/** Every contract with the operator, and a light for each product group. */
export default function Contracts() {
  const t = useText();
  const go = useGo();
  const access = useQuery(accessQuery);
  const list = useInfiniteQuery({
    queryKey: ['contracts'],
    queryFn: ({ pageParam }) =>
      call(api.GET('/api/v1/contracts', { params: { query: { limit: kPage, after: pageParam } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const updating = access.data?.updating;
  const { refetch } = list;
  useEffect(() => void refetch(), [updating, refetch]);
  const rows: Schemas['Contract'][] = list.data?.pages.flatMap((page) => page.contracts) ?? [];
  const lights = list.data?.pages[0]?.groups ?? [];
  return (
    <>
      <PageHeader title={t('contracts.title')} about={t('contracts.about')} />
      {updating && <Notice tone="main">{t('contracts.being_made')}</Notice>}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {lights.length > 0 && (
        <Card title={t('contracts.groups')}>
          <ul className="checklist">
            {lights.map((light) => (
              <li key={light.group}>
                {light.contract ? <Link href={`/contracts/${light.contract}`}>{light.name}</Link> : light.name}
                <Status tone={light.green ? 'good' : 'warn'}>{t(light.green ? 'contracts.open' : 'contracts.not_open')}</Status>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {list.isPending && <Skeleton />}
      {list.data && (
        <Table
          label={t('contracts.title')}
          rows={rows}
          idOf={(row) => String(row.contract)}
          onOpen={(row) => go(`/contracts/${row.contract}`)}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          columns={[
            { id: 'title', name: t('contracts.kind'), width: '2fr', cell: (row) => [row.title, row.group_name].filter(Boolean).join(': ') },
            { id: 'number', name: t('contracts.number'), kind: 'code', cell: (row) => row.number },
            { id: 'date', name: t('contracts.date'), kind: 'day', cell: (row) => <Day date={row.date} /> },
            { id: 'state', name: t('contracts.state'), cell: (row) => <Status tone={toneOf(row)}>{row.state_name}</Status> },
          ]}
          empty={<EmptyState title={t('contracts.none')}>{t('contracts.none_about')}</EmptyState>}
        />
      )}
    </>
  );
}
