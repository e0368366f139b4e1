// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useEvents } from '@/api/events';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { queryClient, useMay, useMe, type Schemas } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { Due } from '@/ui/Due';
import { ExportList } from '@/ui/ExportList';
import { ButtonLink, Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useRichText, useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { deskQuery, states, tones, type Ticket } from './ticket_state';

const kPage = 100;
const kFilters = ['state'] as const;

/** What was asked, whose turn it is, and by when there will be an answer. */
export default function Tickets() {
  const t = useText();
  const go = useGo();
  const may = useMay();
  const me = useMe();
  const views = useSavedViews('tickets');
  const [{ state }, setAddress] = useAddress();
  const list = usePages(
    ['tickets', 'own', state],
    (before: string | undefined) =>
      call(api.GET('/api/v1/tickets', { params: { query: { state: state as Schemas['TicketState'] | undefined, limit: kPage, before } } })),
    (page): Ticket[] => page.tickets,
  );
  useEvents(() => void queryClient.invalidateQueries({ queryKey: ['tickets'] }), may('see_codes'));
  const ask = (
    <ButtonLink href="/support/new" look="main">
      {t('support.ask')}
    </ButtonLink>
  );
  const columns: TableColumn<Ticket>[] = [
    { id: 'subject', name: t('support.subject'), width: '3fr', cell: (row) => row.subject },
    {
      id: 'state',
      name: t('support.answer'),
      width: 200,
      cell: (row) => (row.state === 'open' ? <Due at={row.due_at} /> : <Status tone={tones[row.state]}>{t(`support.state.${row.state}`)}</Status>),
    },
    { id: 'topic', name: t('support.topic'), width: '2fr', cell: (row) => row.topic_name },
    { id: 'changed', name: t('support.changed'), kind: 'moment', cell: (row) => <Moment at={row.changed_at} /> },
    ...(may('users') ? [{ id: 'person', name: t('support.person'), cell: (row: Ticket) => (row.person === me?.person ? t('support.you') : row.person) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t('support.title')}
        about={t(may('users') ? 'support.about_all' : 'support.about')}
        actions={
          <>
            <ExportList name="tickets" columns={columns} list={list} />
            {ask}
          </>
        }
      />
      <Hours />
      <div className="row row-end" role="search">
        <Select
          label={t('support.state')}
          choices={[{ id: '', name: t('support.any') }, ...states.map((id) => ({ id, name: t(`support.state.${id}`) }))]}
          selectedKey={state ?? ''}
          onSelectionChange={(key) => setAddress({ state: String(key ?? '') })}
        />
        <SavedViews {...views} fields={kFilters} />
      </div>
      <ListTable
        label={t('support.title')}
        list={list}
        idOf={(row) => row.ticket}
        onOpen={(row) => go(`/support/${row.ticket}`)}
        columns={columns}
        empty={
          state ? (
            <EmptyState title={t('support.none_so')}>{t('support.none_so_about')}</EmptyState>
          ) : (
            <EmptyState title={t('support.none')} action={ask}>
              {t('support.none_about')}
            </EmptyState>
          )
        }
      />
    </>
  );
}

/** When somebody is there, and where answers are found without asking. */
function Hours() {
  const rich = useRichText();
  const desk = useQuery(deskQuery).data;
  if (!desk) return null;
  return (
    <p className="quiet">
      {rich('support.hours', {
        open: desk.open_hour,
        close: desk.close_hour,
        help: (chunks) => (
          <Link key="help" href="/help">
            {chunks}
          </Link>
        ),
      })}
    </p>
  );
}
