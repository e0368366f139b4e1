// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { groupsQuery, useGroupName, useMay, type Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { FilterBar } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ButtonLink } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SidePanel } from '@/ui/overlays';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Facts, useCopy } from '@/ui/values';

type Provider = Schemas['Provider'];
const kPage = 100;
const kFilters = ['group', 'place'] as const;

/** Printing houses, contract makers and warehouses that work for others, as the operator lists them. */
export default function Providers() {
  const t = useText();
  const groupName = useGroupName();
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const views = useSavedViews('providers');
  const [{ group, place, provider: opened }, setAddress] = useAddress();
  const list = usePages(
    ['providers', group, place],
    (after: number | undefined) => call(api.GET('/api/v1/providers', { params: { query: { group, place, after, limit: kPage } } })),
    (page): Provider[] => page.providers,
  );
  const shown = list.rows.find((one) => one.tax_id === opened);
  const filters = [
    ...(group ? [{ id: 'group', text: groupName(group) }] : []),
    ...(place ? [{ id: 'place', text: place }] : []),
  ];
  const columns: TableColumn<Provider>[] = [
    { id: 'name', name: t('printing.provider'), width: '2fr', cell: (row) => row.name },
    { id: 'role', name: t('printing.role'), width: '1fr', cell: (row) => row.role_name },
    { id: 'place', name: t('printing.town'), width: '1fr', cell: (row) => row.place },
    { id: 'tax', name: t('printing.tax_id'), kind: 'code', cell: (row) => row.tax_id },
  ];
  return (
    <>
      <PageHeader title={t('printing.providers')} about={t('printing.providers_about')} actions={<ExportList name="providers" columns={columns} list={list} />} />
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
        label={t('printing.providers')}
        list={list}
        idOf={(row) => row.tax_id}
        onOpen={(row) => setAddress({ provider: row.tax_id }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t(filters.length ? 'printing.no_provider_so' : 'printing.no_providers')}>{t('printing.no_providers_about')}</EmptyState>}
      />
      {shown && <ProviderPanel provider={shown} onClose={() => setAddress({ provider: undefined })} />}
    </>
  );
}

function ProviderPanel({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const t = useText();
  const may = useMay();
  const copy = useCopy();
  const groupName = useGroupName();
  return (
    <SidePanel title={provider.name} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('printing.role'), provider.role_name],
          [t('printing.groups'), provider.groups.map(groupName).join(', ')],
          [t('printing.town'), provider.place],
          [t('printing.address'), provider.address],
          [t('printing.contact'), provider.contact],
          [t('printing.email'), <a key="email" className="link" href={`mailto:${provider.email}`}>{provider.email}</a>],
          [t('printing.tax_id'), <span key="tax" className="mono">{provider.tax_id}</span>],
        ]}
      />
      <p className="quiet small">{t('printing.how_to_appoint')}</p>
      <div className="row">
        <Button onPress={() => copy(provider.tax_id)}>{t('printing.copy_tax_id')}</Button>
        {may('powers_of_attorney') && <ButtonLink href="/users/providers">{t('printing.appoint')}</ButtonLink>}
      </div>
    </SidePanel>
  );
}
