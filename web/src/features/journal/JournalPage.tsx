// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { useSavedViews } from '@/api/preferences';
import { useAddress } from '@/ui/address';
import { DownloadLink } from '@/ui/DownloadLink';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Moment, Status } from '@/ui/values';
import { EntryPanel } from './EntryPanel';
import { Filters } from './Filters';
import { exportAddress, fields, queryOf } from './journal_filters';
import { useActionName } from './action_name';

type Entry = Schemas['JournalEntry'];
const kPage = 200;

/** Who did what, when and from where, and what was refused. */
export default function JournalPage() {
  const t = useText();
  const actionName = useActionName();
  const [address, setAddress] = useAddress();
  const views = useSavedViews('journal');
  const query = queryOf(address);
  const list = usePages(
    ['journal', query],
    (after: string | undefined) => call(api.GET('/api/v1/journal', { params: { query: { ...query, limit: kPage, after } } })),
    (page): Entry[] => page.entries,
  );
  const shown = list.rows.find((one) => one.place === address.entry);
  const narrowed = fields.some((field) => address[field] !== undefined);
  return (
    <>
      <PageHeader
        title={t('journal.title')}
        about={t('journal.about')}
        actions={
          <>
            <DownloadLink href={exportAddress(address, 'csv')} name="journal.csv">
              CSV
            </DownloadLink>
            <DownloadLink href={exportAddress(address, 'jsonl')} name="journal.jsonl">
              JSONL
            </DownloadLink>
          </>
        }
      />
      <div>
        <SavedViews {...views} fields={fields} />
      </div>
      <Filters address={address} onChange={setAddress} />
      <ListTable
        label={t('journal.title')}
        list={list}
        idOf={(row) => row.place}
        onOpen={(row) => setAddress({ entry: row.place }, { step: true })}
        columns={[
          { id: 'action', name: t('journal.action'), width: '2fr', cell: (row) => actionName(row.action) },
          { id: 'at', name: t('journal.at'), kind: 'moment', cell: (row) => <Moment at={row.at} /> },
          { id: 'person', name: t('journal.person'), width: '1fr', cell: (row) => row.person || (row.api_key ? t('journal.program') : t('journal.system')) },
          { id: 'object', name: t('journal.object'), kind: 'code', cell: (row) => row.object },
          {
            id: 'result',
            name: t('journal.result'),
            cell: (row) => <Status tone={row.error ? 'bad' : 'good'}>{row.error ? t('journal.refused') : t('journal.done')}</Status>,
          },
          { id: 'address', name: t('journal.address'), kind: 'code', cell: (row) => row.address ?? '' },
        ]}
        empty={
          <EmptyState title={t(narrowed ? 'journal.none_found' : 'journal.none')}>
            {t(narrowed ? 'journal.none_found_about' : 'journal.none_about')}
          </EmptyState>
        }
      />
      {shown && <EntryPanel entry={shown} onClose={() => setAddress({ entry: undefined })} />}
    </>
  );
}
