// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useGoods } from '@/api/goods';
import { useSavedViews } from '@/api/preferences';
import { useGroupName, useMay } from '@/api/queries';
import { allOfTerm } from '@/api/term_documents';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { dayFromToday, monthBegan } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { PeriodFields } from '@/ui/PeriodFields';
import { SavedViews } from '@/ui/SavedViews';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count, KeyFigure, Money, moneyText } from '@/ui/values';
import { ordersOfTerm, paidRows, type PaidRow } from './paid_codes';

const kFilters = ['from', 'until', 'group'] as const;

/** How many codes were ordered and charged in a term, and how many lie unused now. */
export default function PaidCodes() {
  const t = useText();
  const intl = useIntl();
  const may = useMay();
  const groupName = useGroupName();
  const [{ from = monthBegan(), until = dayFromToday(0), group }, setAddress] = useAddress();
  const views = useSavedViews('paid_codes');
  const seesOrders = may('see_documents') || may('order_codes');
  const seesStock = may('see_codes') && may('see_goods');
  const whole = from !== '' && until !== '' && from <= until;
  const orders = useQuery({ queryKey: ['orders', 'term', from, until], queryFn: () => ordersOfTerm(from, until), enabled: whole && seesOrders });
  const charges = useQuery({
    queryKey: ['charges', from, until],
    queryFn: () => call(api.GET('/api/v1/account/charges', { params: { query: { from, to: until } } })),
    enabled: whole,
  });
  const account = useQuery({ queryKey: ['account'], queryFn: () => call(api.GET('/api/v1/account')) });
  const stock = useQuery({ queryKey: ['stock'], queryFn: () => call(api.GET('/api/v1/stock')), enabled: seesStock });
  const applied = useQuery({ queryKey: ['documents', 'term', 'apply', from, until], queryFn: () => allOfTerm({ kind: 'apply', from, until }), enabled: whole && may('see_documents') });
  const { goods } = useGoods();
  const groups = useMemo(() => new Map(goods.map((one) => [one.gtin, one.group])), [goods]);
  const asked = [orders, charges, account, stock, applied];
  const failed = asked.find((one) => one.error);
  const waits = asked.some((one) => one.isLoading);
  const all = paidRows({
    orders: orders.data?.orders ?? [],
    charges: charges.data?.groups ?? [],
    stock: stock.data?.stock ?? [],
    groupOf: (gtin) => groups.get(gtin),
  });
  const rows = all.filter((row) => !group || row.group === group);
  const currency = account.data?.currency ?? '';
  const sumOf = (id: 'ordered' | 'charged' | 'sum') => rows.reduce((sum, row) => sum + row[id], 0);
  const done = applied.data?.documents.filter((one) => one.status !== 'rejected').reduce((sum, one) => sum + one.accepted, 0);
  const counted = (id: 'ordered' | 'charged' | 'unused', name: string): TableColumn<PaidRow> => ({ id, name, kind: 'number', cell: (row) => <Count value={row[id]} /> });
  const columns: TableColumn<PaidRow>[] = [
    { id: 'group', name: t('reports.group'), width: '2fr', cell: (row) => groupName(row.group) },
    ...(seesOrders ? [counted('ordered', t('reports.ordered'))] : []),
    counted('charged', t('reports.charged')),
    { id: 'sum', name: t('reports.sum'), kind: 'number', width: 170, cell: (row) => <Money minor={row.sum} currency={currency} /> },
    ...(seesStock ? [counted('unused', t('reports.unused_now'))] : []),
  ];
  const written = () => [
    columns.map((one) => (one.id === 'sum' ? `${one.name}, ${currency}` : one.name)),
    ...rows.map((row) => columns.map(({ id }) => (id === 'group' ? groupName(row.group) : id === 'sum' ? row.sum / 100 : row[id as 'ordered']))),
  ];
  return (
    <>
      <PageHeader
        title={t('reports.paid')}
        about={t('reports.paid_about')}
        actions={<ExportTable name={`codes_paid_${from}_${until}`} rows={written} isDisabled={!rows.length} />}
      />
      <FilterBar
        filters={group ? [{ id: 'group', text: groupName(group) }] : []}
        onRemove={() => setAddress({ group: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
        onClear={() => setAddress({ group: undefined })}
      >
        <PeriodFields from={from} until={until} onChange={setAddress} />
        <Select
          label={t('reports.group')}
          choices={all.map((row) => ({ id: row.group, name: groupName(row.group) }))}
          selectedKey={group ?? null}
          onSelectionChange={(key) => setAddress({ group: key === null ? undefined : String(key) })}
        />
      </FilterBar>
      {failed && <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      {waits && <Skeleton />}
      {!waits && !failed && (
        <>
          {orders.data && !orders.data.complete && <Notice tone="warn">{t('reports.cut', { count: orders.data.orders.length })}</Notice>}
          <div className="grid">
            {seesOrders && <KeyFigure label={t('reports.ordered')} value={intl.formatNumber(sumOf('ordered'))} />}
            <KeyFigure label={t('reports.charged')} value={intl.formatNumber(sumOf('charged'))} />
            <KeyFigure label={t('reports.sum')} value={moneyText(sumOf('sum'), currency, intl.locale)} />
            {done !== undefined && !group && <KeyFigure label={t('reports.applied')} value={intl.formatNumber(done)} />}
          </div>
          <SortedTable
            label={t('reports.paid')}
            rows={rows}
            idOf={(row) => row.group}
            columns={columns}
            empty={<EmptyState title={t('reports.nothing_paid')}>{t('reports.nothing_paid_about')}</EmptyState>}
          />
        </>
      )}
    </>
  );
}
