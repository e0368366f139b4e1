// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { groupsQuery, useGroupName, type Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select, Switch } from '@/ui/choices';
import { Due } from '@/ui/Due';
import { ExportList } from '@/ui/ExportList';
import { TextField } from '@/ui/fields';
import { FilterBar, type Filter } from '@/ui/FilterBar';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Badge, Status } from '@/ui/values';
import { deskQuery, ticketStates, ticketTones, type Ticket } from './desk';

const kPage = 100;
const kFilters = ['state', 'topic', 'group', 'whose', 'overdue', 'tax_id'] as const;
const kWhose = ['mine', 'nobody'] as const;

/** Requests of participants in the order of their terms: those that are late come first. */
export default function TicketQueue() {
  const t = useText();
  const go = useGo();
  const groupName = useGroupName();
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const topics = useQuery(deskQuery).data?.topics ?? [];
  const views = useSavedViews('operator_tickets');
  const [{ state, topic, group, whose, overdue, tax_id }, setAddress] = useAddress();
  const [typed, setTyped] = useState(tax_id ?? '');
  const list = usePages(
    ['operator', 'tickets', state, topic, group, whose, overdue, tax_id],
    (after: string | undefined) =>
      call(
        api.GET('/api/v1/operator/tickets', {
          params: {
            query: {
              state: state as Schemas['TicketState'] | undefined,
              topic,
              group,
              tax_id,
              mine: whose === undefined ? undefined : whose === 'mine',
              overdue: overdue === undefined ? undefined : true,
              limit: kPage,
              after,
            },
          },
        }),
      ),
    (page): Ticket[] => page.tickets,
  );
  const topicName = topics.find((one) => one.topic === topic)?.name ?? topic;
  const filters: Filter[] = [
    ...(topic ? [{ id: 'topic', text: topicName ?? '' }] : []),
    ...(group ? [{ id: 'group', text: groupName(group) }] : []),
    ...(whose ? [{ id: 'whose', text: t(`operator_support.whose.${whose}`) }] : []),
    ...(tax_id ? [{ id: 'tax_id', text: t('operator_support.of_participant', { tax_id }) }] : []),
  ];
  const any = { id: '', name: t('operator_support.any') };
  const open = (state ?? 'open') === 'open';
  const columns: TableColumn<Ticket>[] = [
    { id: 'subject', name: t('operator_support.subject'), width: '3fr', cell: (row) => row.subject },
    { id: 'company', name: t('operator_support.company'), width: '2fr', cell: (row) => row.company ?? '' },
    {
      id: 'due',
      name: t(open ? 'operator_support.due' : 'operator_support.state'),
      width: 200,
      cell: (row) => (row.state === 'open' ? <Due at={row.due_at} /> : <Status tone={ticketTones[row.state]}>{t(`operator_support.ticket.${row.state}`)}</Status>),
    },
    { id: 'topic', name: t('operator_support.topic'), width: '2fr', cell: (row) => row.topic_name },
    { id: 'taken', name: t('operator_support.taken_by'), cell: (row) => (row.taken_by ? <Badge tone="main">{row.taken_by}</Badge> : t('operator_support.nobody')) },
  ];
  return (
    <>
      <PageHeader title={t('operator_support.tickets')} about={t('operator_support.tickets_about')} actions={<ExportList name="tickets" columns={columns} list={list} />} />
      <FilterBar
        filters={filters}
        onRemove={(id) => setAddress({ [id]: undefined })}
        onClear={() => setAddress({ topic: undefined, group: undefined, whose: undefined, tax_id: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <Select
          label={t('operator_support.state')}
          choices={ticketStates.map((id) => ({ id, name: t(`operator_support.ticket.${id}`) }))}
          selectedKey={state ?? 'open'}
          onSelectionChange={(key) => setAddress({ state: String(key), ...(key === 'open' ? {} : { overdue: undefined }) })}
        />
        <Select
          label={t('operator_support.topic')}
          choices={[any, ...topics.map((one) => ({ id: one.topic, name: one.name }))]}
          selectedKey={topic ?? ''}
          onSelectionChange={(key) => setAddress({ topic: String(key ?? '') })}
        />
        <Select
          label={t('operator_support.group')}
          choices={[any, ...groups.map((one) => ({ id: one.group, name: one.name }))]}
          selectedKey={group ?? ''}
          onSelectionChange={(key) => setAddress({ group: String(key ?? '') })}
        />
        <Select
          label={t('operator_support.whose')}
          choices={[any, ...kWhose.map((id) => ({ id, name: t(`operator_support.whose.${id}`) }))]}
          selectedKey={whose ?? ''}
          onSelectionChange={(key) => setAddress({ whose: String(key ?? '') })}
        />
        <form
          className="row row-end"
          onSubmit={(event) => {
            event.preventDefault();
            setAddress({ tax_id: typed.trim() });
          }}
        >
          <TextField label={t('operator_support.tax_id')} value={typed} onChange={setTyped} mono inputMode="numeric" maxLength={14} />
          <Button type="submit">{t('operator_support.find')}</Button>
        </form>
        {open && (
          <Switch isSelected={overdue !== undefined} onChange={(on) => setAddress({ overdue: on ? 'only' : undefined })}>
            {t('operator_support.only_overdue')}
          </Switch>
        )}
      </FilterBar>
      <ListTable
        label={t('operator_support.tickets')}
        list={list}
        idOf={(row) => row.ticket}
        onOpen={(row) => go(`/operator/tickets/${row.ticket}`)}
        columns={columns}
        empty={
          <EmptyState title={t('operator_support.no_tickets')}>
            {t(filters.length || state || overdue ? 'operator_support.no_tickets_so' : 'operator_support.no_tickets_about')}
          </EmptyState>
        }
      />
    </>
  );
}
