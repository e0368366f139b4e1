// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Select, Switch } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { FilterBar } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { PeriodFields } from '@/ui/PeriodFields';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { keysQuery } from './keys';
import { fields, msOf, queryOf, toneOf, type ProgramRequest } from './request_log';
import { RequestPanel } from './RequestPanel';

const kPage = 200;

/** What the organisation's programs asked, and what they were answered. */
export default function Requests() {
  const t = useText();
  const views = useSavedViews('requests');
  const [address, setAddress] = useAddress();
  const query = queryOf(address);
  const keys = useQuery(keysQuery).data?.keys ?? [];
  const list = usePages(
    ['requests', query],
    (before: number | undefined) => call(api.GET('/api/v1/requests', { params: { query: { ...query, limit: kPage, before } } })),
    (page): ProgramRequest[] => page.requests,
  );
  const shown = list.rows.find((one) => one.request === address.request);
  const programOf = (id: string) => keys.find((one) => one.key === id)?.name ?? id;
  const chosen = fields.filter((field) => address[field] !== undefined);
  const wordOf = (field: (typeof fields)[number], value: string): string => {
    if (field === 'failed') return t('requests_words.only_failed');
    if (field === 'key') return `${t('requests_words.key')}: ${programOf(value)}`;
    return `${t(field === 'from' ? 'ui.from' : 'ui.until')}: ${value}`;
  };
  const columns: TableColumn<ProgramRequest>[] = [
    { id: 'call', name: t('requests_words.call'), kind: 'code', width: '3fr', cell: (row) => `${row.method} ${row.path}` },
    { id: 'at', name: t('requests_words.at'), kind: 'moment', cell: (row) => <Moment at={row.at} /> },
    { id: 'key', name: t('requests_words.key'), width: '1fr', cell: (row) => programOf(row.key) },
    { id: 'status', name: t('requests_words.status'), width: 110, cell: (row) => <Status tone={toneOf(row.status)}>{String(row.status)}</Status> },
    { id: 'error', name: t('requests_words.error'), kind: 'code', width: '2fr', cell: (row) => row.error ?? '' },
    { id: 'duration', name: t('requests_words.duration'), kind: 'number', width: 130, cell: (row) => t('requests_words.ms', { ms: msOf(row.duration_us) }) },
  ];
  return (
    <>
      <PageHeader
        title={t('developer.requests')}
        about={t('requests_words.about')}
        actions={
          <>
            <ExportList name="requests" columns={columns} list={list} />
            <Button onPress={list.retry}>{t('requests_words.refresh')}</Button>
          </>
        }
      />
      <FilterBar
        filters={chosen.map((field) => ({ id: field, text: wordOf(field, address[field] ?? '') }))}
        onRemove={(field) => setAddress({ [field]: undefined })}
        onClear={() => setAddress(Object.fromEntries(fields.map((field) => [field, undefined])))}
        views={<SavedViews {...views} fields={fields} />}
      >
        {keys.length > 0 && (
          <Select
            label={t('requests_words.key')}
            choices={keys.map((one) => ({ id: one.key, name: one.name }))}
            selectedKey={address.key ?? null}
            onSelectionChange={(key) => setAddress({ key: String(key) })}
          />
        )}
        <PeriodFields from={address.from ?? ''} until={address.until ?? ''} onChange={setAddress} />
        <Switch isSelected={address.failed === 'true'} onChange={(on) => setAddress({ failed: on ? 'true' : undefined })}>
          {t('requests_words.only_failed')}
        </Switch>
      </FilterBar>
      <ListTable
        label={t('developer.requests')}
        list={list}
        idOf={(row) => row.request}
        onOpen={(row) => setAddress({ request: row.request }, { step: true })}
        columns={columns}
        empty={
          chosen.length > 0 ? (
            <EmptyState title={t('requests_words.none_found')}>{t('requests_words.none_found_about')}</EmptyState>
          ) : (
            <EmptyState title={t('requests_words.none')} action={<Link href="/developer/examples">{t('developer.examples')}</Link>}>
              {t('requests_words.none_about')}
            </EmptyState>
          )
        }
      />
      {shown && <RequestPanel request={shown} program={programOf(shown.key)} onClose={() => setAddress({ request: undefined })} />}
    </>
  );
}
