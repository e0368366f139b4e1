// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import type { Schemas } from '@/api/queries';
import { useOnce } from '@/signing/intent';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { FilterBar } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ListTable } from '@/ui/ListTable';
import { SavedViews } from '@/ui/SavedViews';
import { Since } from '@/ui/Since';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';
import { WaitingPanel } from './WaitingPanel';
import { useKind, useSilent } from './waiting';

type Waiting = Schemas['WaitingDocument'];
const kPage = 100;
const kFilters = ['side', 'tax_id'] as const;
const kLateDays = 1;
const sides = ['authority', 'verification_server'] as const satisfies readonly Schemas['SilentSide'][];

/** Documents that nobody vouches for yet: who is silent, since when, and when the system asks again. */
export default function WaitingDocuments() {
  const t = useText();
  const kindOf = useKind();
  const silentOf = useSilent();
  const views = useSavedViews('operator_waiting');
  const [{ document: opened, side, tax_id }, setAddress] = useAddress();
  const query = { waits_for: sides.find((one) => one === side), tax_id };
  const list = usePages(
    ['operator', 'waiting', query],
    (after: string | undefined) => call(api.GET('/api/v1/operator/documents/waiting', { params: { query: { ...query, limit: kPage, after } } })),
    (page): Waiting[] => page.documents,
  );
  const ask = useOnce(
    (document: string, header) => call(api.POST('/api/v1/operator/documents/{document}/attention', { params: { path: { document }, header } })),
  );
  const came = ask.data?.document.document === opened ? ask.data : undefined;
  const row = list.rows.find((one) => one.document === opened);
  const filters = [
    ...(query.waits_for ? [{ id: 'side', text: t(`operator_checks.side.${query.waits_for}`) }] : []),
    ...(tax_id ? [{ id: 'tax_id', text: tax_id }] : []),
  ];
  const columns: TableColumn<Waiting>[] = [
    { id: 'kind', name: t('operator_checks.kind'), width: 200, cell: (one) => kindOf(one.kind) },
    { id: 'company', name: t('operator_checks.participant'), width: '3fr', cell: (one) => one.company },
    { id: 'silent', name: t('operator_checks.silent'), width: '3fr', cell: silentOf },
    { id: 'waits', name: t('operator_checks.waits'), width: 100, cell: (one) => <Since at={one.received_at} late={kLateDays} /> },
    { id: 'next', name: t('operator_checks.next'), kind: 'moment', cell: (one) => <Moment at={one.next_at} /> },
    { id: 'document', name: t('operator_checks.document'), kind: 'code', width: 195, cell: (one) => one.document },
  ];
  return (
    <>
      <PageHeader title={t('operator_checks.waiting')} about={t('operator_checks.waiting_about')} actions={<ExportList name="waiting_documents" columns={columns} list={list} />} />
      <FilterBar views={<SavedViews {...views} fields={kFilters} />} filters={filters} onRemove={(id) => setAddress({ [id]: undefined })} onClear={() => setAddress({ side: undefined, tax_id: undefined })}>
        <Select
          label={t('operator_checks.side')}
          choices={[{ id: '', name: t('operator_checks.any') }, ...sides.map((id) => ({ id, name: t(`operator_checks.side.${id}`) }))]}
          selectedKey={query.waits_for ?? ''}
          onSelectionChange={(key) => setAddress({ side: String(key ?? '') })}
        />
        <FindField label={t('operator_checks.tax_id')} action={t('operator_checks.find')} mono maxLength={20} onFind={(text) => setAddress({ tax_id: text.replace(/\s/g, '') })} />
      </FilterBar>
      <ListTable
        label={t('operator_checks.waiting')}
        list={list}
        idOf={(one) => one.document}
        onOpen={(one) => setAddress({ document: one.document }, { step: true })}
        columns={columns}
        empty={
          <EmptyState title={t(filters.length ? 'operator_checks.none_so' : 'operator_checks.no_waiting')}>
            {t(filters.length ? 'operator_checks.none_so_about' : 'operator_checks.no_waiting_about')}
          </EmptyState>
        }
      />
      {opened && (row ?? came) && (
        <WaitingPanel
          number={opened}
          row={came ? came.waiting ?? undefined : row}
          came={came}
          error={ask.variables === opened ? ask.error : null}
          busy={ask.isPending}
          onAsk={() => ask.mutate(opened)}
          onClose={() => setAddress({ document: undefined })}
        />
      )}
    </>
  );
}
