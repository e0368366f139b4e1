// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { groupsQuery, useGroupName, type Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { FilterBar } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ButtonLink } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';

type Provider = Schemas['Provider'];
const kPage = 100;
const kFilters = ['group', 'place'] as const;

/** Service providers that participants may appoint. */
export default function Directory() {
  const t = useText();
  const go = useGo();
  const groupName = useGroupName();
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const views = useSavedViews('operator_providers');
  const [{ group, place }, setAddress] = useAddress();
  const list = usePages(
    ['providers', group, place],
    (after: number | undefined) => call(api.GET('/api/v1/providers', { params: { query: { group, place, after, limit: kPage } } })),
    (page): Provider[] => page.providers,
  );
  const filters = [
    ...(group ? [{ id: 'group', text: groupName(group) }] : []),
    ...(place ? [{ id: 'place', text: place }] : []),
  ];
  const add = (
    <ButtonLink look="main" href="/operator/providers/new">
      {t('operator_printing.list_provider')}
    </ButtonLink>
  );
  const columns: TableColumn<Provider>[] = [
    { id: 'name', name: t('printing.provider'), width: '2fr', cell: (row) => row.name },
    { id: 'role', name: t('printing.role'), width: '1fr', cell: (row) => row.role_name },
    { id: 'place', name: t('printing.town'), width: '1fr', cell: (row) => row.place },
    { id: 'tax', name: t('printing.tax_id'), kind: 'code', cell: (row) => row.tax_id },
    { id: 'listed', name: t('operator_printing.listed'), kind: 'moment', cell: (row) => <Moment at={row.listed} /> },
  ];
  return (
    <>
      <PageHeader
        title={t('operator_printing.providers')}
        about={t('operator_printing.providers_about')}
        actions={
          <>
            <ExportList name="providers" columns={columns} list={list} />
            {add}
          </>
        }
      />
      <FilterBar views={<SavedViews {...views} fields={kFilters} />} filters={filters} onRemove={(id) => setAddress({ [id]: undefined })} onClear={() => setAddress({ group: undefined, place: undefined })}>
        <Select
          label={t('printing.group')}
          choices={groups.map((one) => ({ id: one.group, name: one.name }))}
          selectedKey={group ?? null}
          onSelectionChange={(key) => setAddress({ group: key === null ? undefined : String(key) })}
        />
        <FindField label={t('printing.town')} action={t('printing.find')} maxLength={100} onFind={(text) => setAddress({ place: text })} />
      </FilterBar>
      <ListTable
        label={t('operator_printing.providers')}
        list={list}
        idOf={(row) => row.tax_id}
        onOpen={(row) => go(`/operator/providers/${row.tax_id}`)}
        columns={columns}
        empty={
          <EmptyState title={t(filters.length ? 'printing.no_provider_so' : 'printing.no_providers')} action={add}>
            {t('operator_printing.no_providers_about')}
          </EmptyState>
        }
      />
    </>
  );
}
