// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { everyRow } from '@/api/pages';
import { usePlaces } from '@/api/places';
import { useSavedViews } from '@/api/preferences';
import { groupsQuery, useMe } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable, type RowsInHand } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ButtonLink } from '@/ui/Link';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { momentCell } from '@/ui/table_file';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { codesOf, fetchedOf, statuses, toneOf, waits, type Order } from './order_state';
import { gtinOf } from './pasted_lines';

const kPage = 200;
const kLookAgainMs = 10_000;
const kFilters = ['status', 'group', 'place', 'gtin', 'whose'] as const;

/** Every order, the newest first. */
export default function Orders() {
  const t = useText();
  const go = useGo();
  const me = useMe();
  const views = useSavedViews('orders');
  const [{ status, group, place, gtin, whose }, setAddress] = useAddress();
  const { sites } = usePlaces();
  const groups = useQuery(groupsQuery);
  const ask = (before: string | undefined) => {
    const query = { limit: kPage, before, for_others: whose === 'others', status: statuses.find((one) => one === status), group, place, gtin };
    return call(api.GET('/api/v1/orders', { params: { query } }));
  };
  const list = useInfiniteQuery({
    queryKey: ['orders', whose, status, group, place, gtin],
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.orders.some(waits)) ? kLookAgainMs : false),
  });
  const rows = list.data?.pages.flatMap((page) => page.orders) ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const groupName = (code: string) => groups.data?.groups.find((one) => one.group === code)?.name ?? code;
  const mayOrder = me?.rights.includes('order_codes');
  const newOrder = mayOrder && (
    <ButtonLink href="/orders/new" look="main">
      {t('orders.new')}
    </ButtonLink>
  );
  const written = async (inHand: RowsInHand) => {
    const lines = (await everyRow(ask, (page) => page.orders, inHand)).map((one) => [
      one.order,
      t(`orders.status.${one.status}`),
      momentCell(one.at),
      groupName(one.group),
      fetchedOf(one),
      codesOf(one),
    ]);
    return [['orders.order', 'orders.status', 'orders.made', 'orders.group', 'orders.fetched', 'orders.quantity'].map((name) => t(name)), ...lines];
  };
  const filters = [
    ...(status ? [{ id: 'status', text: t(`orders.status.${status}`) }] : []),
    ...(group ? [{ id: 'group', text: groupName(group) }] : []),
    ...(place ? [{ id: 'place', text: place }] : []),
    ...(gtin ? [{ id: 'gtin', text: `GTIN ${gtin}` }] : []),
    ...(whose ? [{ id: 'whose', text: t('orders.for_others') }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t('orders.title')}
        about={t('orders.about')}
        actions={
          <>
            <ExportTable name="orders" rows={written} isDisabled={!rows.length} />
            {newOrder}
          </>
        }
      />
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress(Object.fromEntries(kFilters.map((field) => [field, undefined])))}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <Select
          label={t('orders.status')}
          choices={statuses.map((id) => ({ id, name: t(`orders.status.${id}`) }))}
          selectedKey={status ?? null}
          onSelectionChange={(key) => setAddress({ status: String(key) })}
        />
        <Select
          label={t('orders.group')}
          choices={groups.data?.groups.map((one) => ({ id: one.group, name: one.name })) ?? []}
          selectedKey={group ?? null}
          onSelectionChange={(key) => setAddress({ group: String(key) })}
        />
        {sites.length > 0 && (
          <Select
            label={t('orders.place')}
            choices={sites.map((name) => ({ id: name, name }))}
            selectedKey={place ?? null}
            onSelectionChange={(key) => setAddress({ place: String(key) })}
          />
        )}
        <Select
          label={t('orders.whose')}
          choices={[
            { id: 'own', name: t('orders.own') },
            { id: 'others', name: t('orders.for_others') },
          ]}
          selectedKey={whose ?? 'own'}
          onSelectionChange={(key) => setAddress({ whose: key === 'others' ? 'others' : undefined })}
        />
        <FindField label="GTIN" action={t('orders.find')} mono maxLength={14} onFind={(text) => setAddress({ gtin: gtinOf(text) ?? text })} />
      </FilterBar>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <Table<Order>
          label={t('orders.title')}
          rows={rows}
          idOf={(row) => row.order}
          onOpen={(row) => go(`/orders/${row.order}`)}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loading={isFetchingNextPage}
          columns={[
            { id: 'order', name: t('orders.order'), kind: 'code', cell: (row) => row.order },
            { id: 'status', name: t('orders.status'), width: 200, cell: (row) => <Status tone={toneOf(row.status)}>{t(`orders.status.${row.status}`)}</Status> },
            { id: 'at', name: t('orders.made'), width: 215, cell: (row) => <Moment at={row.at} /> },
            { id: 'group', name: t('orders.group'), width: '1fr', cell: (row) => groupName(row.group) },
            { id: 'codes', name: t('orders.fetched'), kind: 'number', width: 170, cell: (row) => t('orders.fetched_short', { fetched: fetchedOf(row), count: codesOf(row) }) },
          ]}
          empty={
            filters.length ? (
              <EmptyState title={t('orders.none_such')}>{t('orders.none_such_about')}</EmptyState>
            ) : (
              <EmptyState title={t('orders.none')} action={newOrder}>
                {t('orders.none_about')}
              </EmptyState>
            )
          }
        />
      )}
    </>
  );
}
