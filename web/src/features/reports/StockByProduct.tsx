// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, call } from '@/api/client';
import { pathWith } from '@/api/files';
import { useGoods } from '@/api/goods';
import { useGroupName, useMay } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { ShareBar } from '@/ui/charts';
import { Select } from '@/ui/choices';
import { dayFromToday } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ButtonLink } from '@/ui/Link';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count } from '@/ui/values';
import { statuses, statusesOf, stockRows, sumOf, type StockRow } from './stock_lines';

export function StockByProduct() {
  const t = useText();
  const go = useGo();
  const may = useMay();
  const groupName = useGroupName();
  const [{ text, status, group }, setAddress] = useAddress();
  const { goods } = useGoods();
  const stock = useQuery({ queryKey: ['stock'], queryFn: () => call(api.GET('/api/v1/stock')) });
  const gtins = useMemo(() => (group ? new Set(goods.filter((one) => one.group === group).map((one) => one.gtin)) : undefined), [goods, group]);
  const rows = stockRows(stock.data?.stock ?? [], { text, status, gtins });
  const shown = statusesOf(rows);
  const nameOf = (row: StockRow) => row.product || (row.gtin ? row.gtin : t('reports.packages'));
  const groups = [...new Set(goods.map((one) => one.group))];
  const filters = [
    ...(text ? [{ id: 'text', text }] : []),
    ...(group ? [{ id: 'group', text: groupName(group) }] : []),
    ...(status ? [{ id: 'status', text: t(`codes.status.${status}`) }] : []),
  ];
  const written = () => [
    [t('reports.product'), t('reports.gtin'), t('reports.total'), ...shown.map((one) => t(`codes.status.${one}`))],
    ...rows.map((row) => [nameOf(row), row.gtin, row.total, ...shown.map((one) => row.counts[one] ?? 0)]),
  ];
  return (
    <div className="stack">
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress({ text: undefined, group: undefined, status: undefined })}
      >
        <FindField label={t('reports.find_product')} action={t('reports.find')} onFind={(said) => setAddress({ text: said })} />
        {may('see_goods') && groups.length > 1 && (
          <Select
            label={t('reports.group')}
            choices={groups.map((id) => ({ id, name: groupName(id) }))}
            selectedKey={group ?? null}
            onSelectionChange={(key) => setAddress({ group: key === null ? undefined : String(key) })}
          />
        )}
        <Select
          label={t('codes.status')}
          choices={statuses.map((id) => ({ id, name: t(`codes.status.${id}`) }))}
          selectedKey={status ?? null}
          onSelectionChange={(key) => setAddress({ status: key === null ? undefined : String(key) })}
        />
      </FilterBar>
      {stock.error && <ErrorNotice error={stock.error} onRetry={() => void stock.refetch()} />}
      {stock.isPending && <Skeleton />}
      {stock.data && (
        <>
          <ShareBar label={t('reports.by_status')} parts={statuses.map((id) => ({ id, name: t(`codes.status.${id}`), value: sumOf(rows, id) }))} />
          <div>
            <ExportTable name={`stock_${dayFromToday(0)}`} rows={written} isDisabled={!rows.length} />
          </div>
          <SortedTable
            label={t('reports.by_product')}
            rows={rows}
            idOf={(row) => row.gtin || 'packages'}
            onOpen={(row) => go(pathWith('/codes', { gtin: row.gtin, status }))}
            columns={[
              { id: 'product', name: t('reports.product'), width: '1fr', cell: nameOf },
              { id: 'gtin', name: t('reports.gtin'), kind: 'code', width: 170, cell: (row) => row.gtin },
              { id: 'total', name: t('reports.total'), kind: 'number', width: 120, cell: (row) => <Count value={row.total} /> },
              ...shown.map((one) => ({ id: one, name: t(`codes.status.${one}`), kind: 'number' as const, width: 130 as const, cell: (row: StockRow) => <Count value={row.counts[one] ?? 0} /> })),
            ]}
            empty={
              filters.length ? (
                <EmptyState title={t('reports.none_so')}>{t('reports.none_so_about')}</EmptyState>
              ) : (
                <EmptyState title={t('reports.no_stock')} action={<ButtonLink href="/orders/new">{t('reports.order_codes')}</ButtonLink>}>
                  {t('reports.no_stock_about')}
                </EmptyState>
              )
            }
          />
        </>
      )}
    </div>
  );
}
