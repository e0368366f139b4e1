// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { everyRow, usePages } from '@/api/pages';
import { useSavedViews } from '@/api/preferences';
import type { Schemas } from '@/api/queries';
import { inAddress } from '@/api/whole_numbers';
import { useAddress } from '@/ui/address';
import { ExportTable, type RowsInHand } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { FindField } from '@/ui/FindField';
import { ListTable } from '@/ui/ListTable';
import { SidePanel } from '@/ui/overlays';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts, Moment } from '@/ui/values';

type Batch = Schemas['TailBatch'];
const kPage = 200;
const kFilters = ['order', 'key'] as const;

/** Every batch of check parts that was made: for whom, which codes, with which key. */
export default function Tails() {
  const t = useText();
  const [{ order, key, batch: opened }, setAddress] = useAddress();
  const views = useSavedViews('tails');
  const query = { order, tail_key: key };
  const ask = (before: string | undefined) =>
    call(api.GET('/api/v1/operator/tail-batches', { params: { query: { ...query, limit: kPage, before: before ? inAddress(before) : undefined } } }));
  const list = usePages(['operator', 'tails', query], ask, (page): Batch[] => page.batches);
  const shown = list.rows.find((one) => one.batch === opened);
  const filters = [
    ...(order ? [{ id: 'order', text: t('operator_printing.of_order', { order }) }] : []),
    ...(key ? [{ id: 'key', text: t('operator_printing.of_key', { key }) }] : []),
  ];
  const written = async (inHand: RowsInHand) => {
    const rows = await everyRow(ask, (page): Batch[] => page.batches, inHand);
    const names = ['operator_printing.order', 'operator_printing.line', 'operator_printing.sequence', 'operator_printing.first', 'printing.codes', 'operator_printing.participant', 'operator_printing.person', 'operator_printing.key', 'operator_printing.at', 'operator_printing.seal'];
    return [
      names.map((name) => t(name)),
      ...rows.map((row) => [row.order, row.line, row.sequence, row.from, row.codes, row.tax_id, row.person, row.tail_key, row.at, row.seal]),
    ];
  };
  return (
    <>
      <PageHeader
        title={t('operator_printing.tails')}
        about={t('operator_printing.tails_about')}
        actions={<ExportTable name="tail_batches" rows={written} isDisabled={!list.rows.length} />}
      />
      <FilterBar views={<SavedViews {...views} fields={kFilters} />} filters={filters} onRemove={(id) => setAddress({ [id]: undefined })} onClear={() => setAddress({ order: undefined, key: undefined })}>
        <FindField label={t('operator_printing.order')} action={t('printing.find')} mono maxLength={20} onFind={(text) => setAddress({ order: text })} />
        <FindField label={t('operator_printing.key')} action={t('printing.find')} mono maxLength={4} onFind={(text) => setAddress({ key: text })} />
      </FilterBar>
      <ListTable
        label={t('operator_printing.tails')}
        list={list}
        idOf={(row) => row.batch}
        onOpen={(row) => setAddress({ batch: row.batch }, { step: true })}
        columns={[
          { id: 'order', name: t('operator_printing.order'), kind: 'code', width: '1fr', cell: (row) => row.order },
          { id: 'codes', name: t('printing.codes'), kind: 'number', width: 110, cell: (row) => <Count value={row.codes} /> },
          { id: 'at', name: t('operator_printing.at'), kind: 'moment', cell: (row) => <Moment at={row.at} /> },
          { id: 'tax', name: t('operator_printing.participant'), kind: 'code', cell: (row) => row.tax_id },
          { id: 'person', name: t('operator_printing.person'), width: '1fr', cell: (row) => row.person },
          { id: 'key', name: t('operator_printing.key'), kind: 'code', width: 100, cell: (row) => row.tail_key },
        ]}
        empty={<EmptyState title={t(filters.length ? 'operator_printing.no_tails_so' : 'operator_printing.no_tails')}>{t('operator_printing.no_tails_about')}</EmptyState>}
      />
      {shown && <BatchPanel batch={shown} onClose={() => setAddress({ batch: undefined })} />}
    </>
  );
}

function BatchPanel({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useText();
  const mono = (text: string) => <span className="mono">{text}</span>;
  return (
    <SidePanel title={t('operator_printing.batch', { number: batch.batch })} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('operator_printing.order'), mono(batch.order)],
          [t('operator_printing.line'), batch.line + 1],
          [t('operator_printing.sequence'), batch.sequence],
          [t('operator_printing.range'), t('operator_printing.range_of', { first: batch.from + 1, last: batch.from + batch.codes })],
          [t('operator_printing.participant'), mono(batch.tax_id)],
          [t('operator_printing.person'), batch.person],
          [t('operator_printing.at'), <Moment key="at" at={batch.at} />],
          [t('operator_printing.request'), mono(batch.request)],
          [t('operator_printing.key'), mono(`${batch.tail_key} · ${batch.purpose}`)],
          [t('operator_printing.seal'), mono(batch.seal)],
        ]}
      />
      <p className="quiet small">{t('operator_printing.seal_about')}</p>
    </SidePanel>
  );
}
