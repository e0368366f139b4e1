// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { accessQuery, queryClient, type Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { FilterBar } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { Card, EmptyState, Notice, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Status } from '@/ui/values';
import { narrowed, stages, toneOf } from './state';

type Contract = Schemas['Contract'];
const kPage = 100;
const kFilters = ['stage', 'group'] as const;

/** Every contract with the operator, and a light for each product group. */
export default function Contracts() {
  const t = useText();
  const go = useGo();
  const views = useSavedViews('contracts');
  const [{ group, ...address }, setAddress] = useAddress();
  const stage = stages.find((one) => one === address.stage);
  const updating = useQuery(accessQuery).data?.updating;
  const all = usePages(
    ['contracts'],
    (after: number | undefined) => call(api.GET('/api/v1/contracts', { params: { query: { limit: kPage, after } } })),
    (page): Contract[] => page.contracts,
  );
  const list = {
    ...all,
    rows: narrowed(all.rows, stage, group),
    every: async (...inHand: Parameters<typeof all.every>) => narrowed(await all.every(...inHand), stage, group),
  };
  useEffect(() => void queryClient.invalidateQueries({ queryKey: ['contracts'] }), [updating]);
  const lights = list.first?.groups ?? [];
  const groupName = (code: string) => lights.find((one) => one.group === code)?.name ?? code;
  const filters = [
    ...(stage ? [{ id: 'stage', text: t(`contracts.stage.${stage}`) }] : []),
    ...(group ? [{ id: 'group', text: groupName(group) }] : []),
  ];
  const columns: TableColumn<Contract>[] = [
    { id: 'title', name: t('contracts.kind'), width: '2fr', cell: (row) => [row.title, row.group_name].filter(Boolean).join(': ') },
    { id: 'number', name: t('contracts.number'), kind: 'code', cell: (row) => row.number },
    { id: 'date', name: t('contracts.date'), kind: 'day', cell: (row) => <Day date={row.date} /> },
    { id: 'state', name: t('contracts.state'), cell: (row) => <Status tone={toneOf(row)}>{row.state_name}</Status> },
  ];
  return (
    <>
      <PageHeader title={t('contracts.title')} about={t('contracts.about')} actions={<ExportList name="contracts" columns={columns} list={list} />} />
      {updating && <Notice tone="main">{t('contracts.being_made')}</Notice>}
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
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress({ stage: undefined, group: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <Select
          label={t('contracts.state')}
          choices={stages.map((id) => ({ id, name: t(`contracts.stage.${id}`) }))}
          selectedKey={stage ?? null}
          onSelectionChange={(key) => setAddress({ stage: String(key) })}
        />
        <Select
          label={t('contracts.group')}
          choices={lights.map((one) => ({ id: one.group, name: one.name }))}
          selectedKey={group ?? null}
          onSelectionChange={(key) => setAddress({ group: String(key) })}
        />
      </FilterBar>
      <ListTable
        label={t('contracts.title')}
        list={list}
        idOf={(row) => String(row.contract)}
        onOpen={(row) => go(`/contracts/${row.contract}`)}
        columns={columns}
        empty={
          filters.length ? (
            <EmptyState title={t('contracts.none_such')}>{t('contracts.none_such_about')}</EmptyState>
          ) : (
            <EmptyState title={t('contracts.none')}>{t('contracts.none_about')}</EmptyState>
          )
        }
      />
    </>
  );
}
