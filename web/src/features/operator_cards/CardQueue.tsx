// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { groupsQuery, useGroupName, type Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { TextField } from '@/ui/fields';
import { FilterBar } from '@/ui/FilterBar';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { DaysLeft } from '@/ui/Since';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Badge, Moment } from '@/ui/values';

type Waiting = Schemas['WaitingCard'];
const kPage = 100;
const kFilters = ['group', 'mine'] as const;
const kWhose = ['true', 'false'] as const;

/** Product cards that wait for a moderator, oldest first. */
export default function CardQueue() {
  const t = useText();
  const go = useGo();
  const groupName = useGroupName();
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const views = useSavedViews('operator_cards');
  const [{ group, mine }, setAddress] = useAddress();
  const [gtin, setGtin] = useState('');
  const list = usePages(
    ['operator', 'cards', group, mine],
    (after: string | undefined) =>
      call(api.GET('/api/v1/operator/cards', { params: { query: { group, mine: mine === undefined ? undefined : mine === 'true', limit: kPage, after } } })),
    (page): Waiting[] => page.cards,
  );
  const columns: TableColumn<Waiting>[] = [
    { id: 'name', name: t('operator_cards.name'), width: '3fr', cell: (row) => row.name },
    { id: 'gtin', name: 'GTIN', kind: 'code', width: 160, cell: (row) => row.gtin },
    { id: 'company', name: t('operator_cards.company'), width: '2fr', cell: (row) => row.company },
    { id: 'group', name: t('operator_cards.group'), cell: (row) => groupName(row.group) },
    { id: 'at', name: t('operator_cards.came'), kind: 'moment', cell: (row) => <Moment at={row.submitted_at} /> },
    { id: 'left', name: t('operator_cards.term'), cell: (row) => (row.days_left === null || row.days_left === undefined ? '' : <DaysLeft days={row.days_left} />), written: (row) => row.days_left ?? '' },
    { id: 'moderator', name: t('operator_cards.moderator'), cell: (row) => (row.moderator ? <Badge tone="main">{row.moderator}</Badge> : t('operator_cards.nobody')) },
  ];
  return (
    <>
      <PageHeader title={t('operator_cards.title')} about={t('operator_cards.about')} actions={<ExportList name="cards" columns={columns} list={list} />} />
      <FilterBar
        filters={[
          ...(group ? [{ id: 'group', text: `${t('operator_cards.group')}: ${groupName(group)}` }] : []),
          ...(mine ? [{ id: 'mine', text: t(`operator_cards.whose.${mine}`) }] : []),
        ]}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress({ group: undefined, mine: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <Select
          label={t('operator_cards.group')}
          choices={groups.map((one) => ({ id: one.group, name: one.name }))}
          selectedKey={group ?? null}
          onSelectionChange={(key) => setAddress({ group: String(key) })}
        />
        <Select
          label={t('operator_cards.whose')}
          choices={kWhose.map((id) => ({ id, name: t(`operator_cards.whose.${id}`) }))}
          selectedKey={mine ?? null}
          onSelectionChange={(key) => setAddress({ mine: String(key) })}
        />
        <form
          className="row row-end"
          onSubmit={(event) => {
            event.preventDefault();
            if (gtin.trim()) go(`/operator/cards/${gtin.trim()}`);
          }}
        >
          <TextField label="GTIN" value={gtin} onChange={setGtin} mono inputMode="numeric" />
          <Button type="submit">{t('operator_cards.open')}</Button>
        </form>
      </FilterBar>
      <ListTable
        label={t('operator_cards.title')}
        list={list}
        idOf={(row) => row.gtin}
        onOpen={(row) => go(`/operator/cards/${row.gtin}`)}
        columns={columns}
        empty={<EmptyState title={t('operator_cards.none')}>{t('operator_cards.none_about')}</EmptyState>}
      />
    </>
  );
}
