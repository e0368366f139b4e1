// SPDX-License-Identifier: Apache-2.0
import { useQueries } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { pathWith } from '@/api/files';
import { useGoods } from '@/api/goods';
import { usePlaces } from '@/api/places';
import { useAddress, useGo } from '@/ui/address';
import { ShareBar } from '@/ui/charts';
import { Select } from '@/ui/choices';
import { dayFromToday } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { ButtonLink } from '@/ui/Link';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count } from '@/ui/values';
import { statuses, statusesOf } from './stock_lines';

interface PlaceRow {
  /** Empty: whatever was ordered for none of the places. */
  place: string;
  counts: Partial<Record<string, number>>;
  total: number;
  complete: boolean;
}

/** Codes by the place of business for which they were ordered. */
export function StockByPlace() {
  const t = useText();
  const go = useGo();
  const [{ gtin, status }, setAddress] = useAddress();
  const { goods, productOf } = useGoods();
  const { sites, isPending } = usePlaces();
  const counted = useQueries({
    queries: ['', ...sites].map((place) => {
      const query = { gtin, place: place || undefined, status: statuses.find((one) => one === status) };
      return { queryKey: ['codes_counts', query], queryFn: () => call(api.GET('/api/v1/codes/counts', { params: { query } })), enabled: !isPending };
    }),
  });
  const failed = counted.find((one) => one.error);
  const ready = !isPending && counted.every((one) => one.data);
  const rows = ready ? placeRows(sites, counted.flatMap((one) => (one.data ? [one.data] : []))) : [];
  const shown = statusesOf(rows);
  const nameOf = (row: PlaceRow) => row.place || t('reports.no_place');
  const filters = [
    ...(gtin ? [{ id: 'gtin', text: productOf(gtin) ?? gtin }] : []),
    ...(status ? [{ id: 'status', text: t(`codes.status.${status}`) }] : []),
  ];
  const written = () => [
    [t('reports.place'), t('reports.total'), ...shown.map((one) => t(`codes.status.${one}`))],
    ...rows.map((row) => [nameOf(row), row.total, ...shown.map((one) => row.counts[one] ?? 0)]),
  ];
  return (
    <div className="stack">
      <p className="quiet">{t('reports.by_place_about')}</p>
      <FilterBar filters={filters} onRemove={(id) => setAddress({ [id]: undefined })} onClear={() => setAddress({ gtin: undefined, status: undefined })}>
        <Select
          label={t('reports.product')}
          choices={goods.map((one) => ({ id: one.gtin, name: one.name, about: one.gtin }))}
          selectedKey={gtin ?? null}
          onSelectionChange={(key) => setAddress({ gtin: key === null ? undefined : String(key) })}
        />
        <Select
          label={t('codes.status')}
          choices={statuses.map((id) => ({ id, name: t(`codes.status.${id}`) }))}
          selectedKey={status ?? null}
          onSelectionChange={(key) => setAddress({ status: key === null ? undefined : String(key) })}
        />
      </FilterBar>
      {failed ? <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} /> : !ready && <Skeleton />}
      {ready && !sites.length && (
        <EmptyState title={t('reports.no_places')} action={<ButtonLink href="/profile">{t('reports.to_profile')}</ButtonLink>}>
          {t('reports.no_places_about')}
        </EmptyState>
      )}
      {ready && sites.length > 0 && (
        <>
          <ShareBar label={t('reports.by_place')} parts={rows.map((row) => ({ id: row.place || '-', name: nameOf(row), value: row.total }))} />
          {rows.some((row) => !row.complete) && <p className="quiet small">{t('reports.counts_cut')}</p>}
          <div>
            <ExportTable name={`stock_by_place_${dayFromToday(0)}`} rows={written} />
          </div>
          <SortedTable
            label={t('reports.by_place')}
            rows={rows}
            idOf={(row) => row.place || '-'}
            onOpen={(row) => go(pathWith('/codes', { gtin, place: row.place, status }))}
            columns={[
              { id: 'place', name: t('reports.place'), width: '1fr', cell: nameOf },
              { id: 'total', name: t('reports.total'), kind: 'number', width: 120, cell: (row) => <Count value={row.total} /> },
              ...shown.map((one) => ({ id: one, name: t(`codes.status.${one}`), kind: 'number' as const, width: 130 as const, cell: (row: PlaceRow) => <Count value={row.counts[one] ?? 0} /> })),
            ]}
            empty={<EmptyState title={t('reports.none_so')}>{t('reports.none_so_about')}</EmptyState>}
          />
        </>
      )}
    </div>
  );
}

interface Counted {
  counts: readonly { status: string; quantity: number }[];
  quantity: number;
  complete: boolean;
}

/** `counted`: all codes first, then those of each place; what is left over belongs to no place. */
function placeRows(sites: readonly string[], [all, ...counted]: Counted[]): PlaceRow[] {
  const rows = counted.map((one, at): PlaceRow => ({
    place: sites[at] ?? '',
    counts: Object.fromEntries(one.counts.map(({ status, quantity }) => [status, quantity])),
    total: one.quantity,
    complete: one.complete,
  }));
  const left: PlaceRow = { place: '', counts: {}, total: 0, complete: all?.complete ?? true };
  for (const { status, quantity } of all?.counts ?? []) {
    const rest = quantity - rows.reduce((sum, row) => sum + (row.counts[status] ?? 0), 0);
    if (rest <= 0) continue;
    left.counts[status] = rest;
    left.total += rest;
  }
  return left.total ? [...rows, left] : rows;
}
