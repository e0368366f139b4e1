// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Moment, Status } from '@/ui/values';
import { toneOf } from './code_state';
import { CodeCounts } from './CodeCounts';
import { CodeFilters } from './CodeFilters';
import { ExportCodes } from './ExportCodes';
import { filterOf } from './filters';
import { FindCode } from './FindCode';
import './codes.css';

type Found = Schemas['FoundCode'];
const kPage = 200;

/** Own codes by what is known of them. */
export default function Codes() {
  const t = useText();
  const go = useGo();
  const [address] = useAddress();
  const filter = filterOf(address);
  const list = useInfiniteQuery({
    queryKey: ['codes', filter],
    queryFn: ({ pageParam }) =>
      call(api.GET('/api/v1/codes/search', { params: { query: { ...filter, limit: kPage, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.codes) ?? [];
  // A page may be empty although more follow, when much had to be passed over.
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const searching = rows.length === 0 && hasNextPage;
  useEffect(() => {
    if (searching && !isFetching) void fetchNextPage();
  }, [searching, isFetching, fetchNextPage]);
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader title={t('codes.title')} about={t('codes.about')} />
      <FindCode />
      <CodeFilters />
      <CodeCounts filter={filter} />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {(list.isPending || searching) && <Skeleton />}
      {list.data && !searching && (
        <Table<Found>
          label={t('codes.title')}
          rows={rows}
          idOf={(row) => row.cis}
          onOpen={(row) => go(`/codes/code?code=${encodeURIComponent(row.cis)}`)}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loading={isFetching && !list.isPending}
          columns={[
            { id: 'cis', name: t('codes.code'), kind: 'code', width: 330, cell: (row) => row.cis },
            { id: 'status', name: t('codes.status'), width: 190, cell: (row) => <Status tone={toneOf(row.status)}>{t(`codes.status.${row.status}`)}</Status> },
            { id: 'product', name: t('codes.product'), width: 260, cell: (row) => row.product ?? t('codes.transport_unit') },
            { id: 'marks', name: t('codes.marks'), cell: (row) => row.marks.map((mark) => t(`codes.mark.${mark}`)).join(', ') },
            { id: 'produced', name: t('codes.produced'), width: 180, cell: (row) => (row.produced_on ? <Day date={row.produced_on} /> : '') },
            { id: 'expires', name: t('codes.expires'), width: 180, cell: (row) => (row.expires_on ? <Day date={row.expires_on} /> : '') },
            { id: 'batch', name: t('codes.batch'), cell: (row) => row.batch ?? '' },
            { id: 'emitted', name: t('codes.emitted_at'), kind: 'moment', cell: (row) => (row.emitted_at ? <Moment at={row.emitted_at} /> : '') },
            { id: 'package', name: t('codes.package'), kind: 'code', width: 230, cell: (row) => row.package ?? '' },
          ]}
          empty={
            filtered ? (
              <EmptyState title={t('codes.none_such')}>{t('codes.none_such_about')}</EmptyState>
            ) : (
              <EmptyState title={t('codes.none')} action={<ButtonLink href="/orders/new" look="main">{t('codes.to_orders')}</ButtonLink>}>
                {t('codes.none_about')}
              </EmptyState>
            )
          }
        />
      )}
      <ExportCodes filter={filter} />
    </>
  );
}
