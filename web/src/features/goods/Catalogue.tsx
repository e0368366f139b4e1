// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useSavedViews } from '@/api/preferences';
import type { Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FilterBar } from '@/ui/FilterBar';
import { SidePanel } from '@/ui/overlays';
import { usePreferences } from '@/ui/preferences';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { publicCardQuery, useGroups } from './card_queries';
import { CardContent } from './CardContent';
import { SearchWords } from './SearchWords';
import './goods.css';

type Product = Schemas['PublicCard'];
const kPage = 100;
const kFilters = ['text', 'customs_class', 'tax_id', 'group'] as const;

/** Published goods of everybody. */
export default function Catalogue() {
  const t = useText();
  const { language } = usePreferences().preferences;
  const groups = useGroups();
  const views = useSavedViews('catalogue');
  const [address, setAddress] = useAddress();
  const word = (name: string) => (address[name] === undefined ? undefined : String(address[name]));
  const query = { text: word('text'), customs_class: word('customs_class'), tax_id: word('tax_id'), group: word('group') };
  const list = useInfiniteQuery({
    queryKey: ['catalogue', query, language],
    queryFn: ({ pageParam }) => call(api.GET('/api/v1/catalogue', { params: { query: { ...query, limit: kPage, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const groupName = (code: string) => groups.data?.groups.find((one) => one.group === code)?.name ?? code;
  const filters = kFilters.flatMap((id) => {
    const value = query[id];
    return value ? [{ id, text: t('goods.filter_of', { name: t(`goods.by.${id}`), value: id === 'group' ? groupName(value) : value }) }] : [];
  });
  const opened = word('gtin');
  return (
    <>
      <PageHeader title={t('goods.catalogue')} about={t('goods.catalogue_about')} />
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress({ text: undefined, customs_class: undefined, tax_id: undefined, group: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <SearchWords name="text" label={t('goods.words_or_gtin')} />
        <SearchWords name="customs_class" label={t('goods.by.customs_class')} />
        <SearchWords name="tax_id" label={t('goods.by.tax_id')} />
        <Select
          label={t('goods.group')}
          choices={groups.data?.groups.map((one) => ({ id: one.group, name: one.name })) ?? []}
          selectedKey={query.group ?? null}
          onSelectionChange={(key) => setAddress({ group: String(key) })}
        />
      </FilterBar>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data && (
        <Table<Product>
          label={t('goods.catalogue')}
          rows={list.data.pages.flatMap((page) => page.products)}
          idOf={(row) => row.gtin}
          onOpen={(row) => setAddress({ gtin: row.gtin }, { step: true })}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          loading={list.isFetchingNextPage}
          columns={[
            { id: 'name', name: t('goods.name'), width: '2fr', cell: (row) => row.name },
            { id: 'gtin', name: t('goods.gtin'), kind: 'code', width: 170, cell: (row) => row.gtin },
            { id: 'brand', name: t('goods.brand'), width: '1fr', cell: (row) => row.brand },
            { id: 'producer', name: t('goods.producer'), width: '1fr', cell: (row) => row.producer },
            { id: 'class', name: t('goods.by.customs_class'), kind: 'code', width: 150, cell: (row) => row.customs_class },
          ]}
          empty={<EmptyState title={t('goods.not_in_catalogue')}>{t('goods.not_in_catalogue_about')}</EmptyState>}
        />
      )}
      {opened && <ProductPanel gtin={opened} onClose={() => setAddress({ gtin: undefined })} />}
    </>
  );
}

function ProductPanel({ gtin, onClose }: { gtin: string; onClose: () => void }) {
  const t = useText();
  const found = useQuery(publicCardQuery(gtin));
  return (
    <SidePanel title={found.data?.product.name ?? t('goods.one')} isOpen onClose={onClose}>
      <p className="mono quiet">{gtin}</p>
      {found.error && <ErrorNotice error={found.error} />}
      {found.isPending && <Skeleton />}
      {found.data === null && <EmptyState title={t('goods.no_card')}>{t('goods.not_in_catalogue_about')}</EmptyState>}
      {found.data && <CardContent body={found.data.content} photosAt={`/api/v1/catalogue/${gtin}/photos`} />}
    </SidePanel>
  );
}
