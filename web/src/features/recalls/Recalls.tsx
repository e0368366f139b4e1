// SPDX-License-Identifier: Apache-2.0
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useEvents } from '@/api/events';
import { everyRow, usePages } from '@/api/pages';
import { queryClient, useMay, type Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ExportTable, type RowsInHand } from '@/ui/ExportTable';
import { FilterBar } from '@/ui/FilterBar';
import { ListTable } from '@/ui/ListTable';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { momentCell } from '@/ui/table_file';
import { useText } from '@/ui/text';
import { dateText } from '@/ui/uzbek_forms';
import { Count, Moment, Status, type Tone } from '@/ui/values';
import { RecallPanel } from './RecallPanel';
import { concernOf, kStates, left, type Concern, type OwnRecall } from './recall_stock';

type State = Schemas['RecallState'];

const kPage = 100;
const kTones: Record<Concern, Tone> = { on_sale: 'bad', not_on_sale: 'warn', none: 'good', lifted: 'neutral' };

const askFor = (state: State) => (before: string | undefined) => call(api.GET('/api/v1/recalls', { params: { query: { state, before, limit: kPage } } }));
const rowsOf = (page: { recalls: OwnRecall[] }) => page.recalls;

/** Recalls of goods that one makes or has held, and what of it is still here; those that were lifted on wish. */
export default function Recalls() {
  const t = useText();
  const { locale } = useIntl();
  const may = useMay();
  const [{ recall: opened, state: wished }, setAddress] = useAddress();
  const state = kStates.find((one) => one === wished) ?? 'in_force';
  const ask = askFor(state);
  const list = usePages(['recalls', state], ask, rowsOf);
  useEvents((event) => event.name === 'recall.declared' && void queryClient.invalidateQueries({ queryKey: ['recalls'] }), may('see_codes'));
  const shown = list.rows.find((one) => one.recall.recall === opened);
  const nameOf = ({ recall }: OwnRecall) => recall.product || recall.gtin;
  const day = (text: string) => dateText(new Date(`${text}T00:00:00Z`), locale, { zone: 'UTC', style: 'long' });
  const whichOf = ({ recall: { batch, produced_from: from, produced_to: to } }: OwnRecall): string => {
    const days = from && to ? t('recalls.days', { from: day(from), to: day(to) }) : from ? t('recalls.since', { day: day(from) }) : to ? t('recalls.up_to', { day: day(to) }) : '';
    return [batch && t('recalls.batch', { batch }), days].filter(Boolean).join('; ') || t('recalls.all_goods');
  };
  const written = async (inHand: RowsInHand) => {
    const names = ['recalls.goods', 'recalls.gtin', 'recalls.which', 'recalls.reason', 'recalls.instruction', 'recalls.declared_by', 'recalls.declared', 'recalls.in_circulation', 'recalls.not_introduced'];
    const lines = (await everyRow(ask, rowsOf, inHand)).map((one) => [
      one.recall.product,
      one.recall.gtin,
      whichOf(one),
      one.recall.reason,
      one.recall.instruction,
      one.recall.declared_by,
      momentCell(one.recall.declared_at),
      one.held.in_circulation,
      one.held.not_introduced,
    ]);
    return [names.map((name) => t(name)), ...lines];
  };
  return (
    <>
      <PageHeader
        title={t('recalls.title')}
        about={t('recalls.about')}
        actions={<ExportTable name="recalls" rows={written} isDisabled={!list.rows.length} />}
      />
      <FilterBar
        filters={state === 'lifted' ? [{ id: 'state', text: t('recalls.state.lifted') }] : []}
        onRemove={() => setAddress({ state: undefined })}
        onClear={() => setAddress({ state: undefined })}
      >
        <Select
          label={t('recalls.state')}
          choices={kStates.map((id) => ({ id, name: t(`recalls.state.${id}`) }))}
          selectedKey={state}
          onSelectionChange={(key) => setAddress({ state: key === 'lifted' ? 'lifted' : undefined, recall: undefined })}
        />
      </FilterBar>
      <ListTable<OwnRecall>
        label={t('recalls.title')}
        list={list}
        idOf={(row) => row.recall.recall}
        onOpen={(row) => setAddress({ recall: row.recall.recall }, { step: true })}
        columns={[
          { id: 'goods', name: t('recalls.goods'), width: '2fr', cell: nameOf },
          { id: 'concern', name: t('recalls.own_stock'), width: 210, cell: (row) => <Status tone={kTones[concernOf(row)]}>{t(`recalls.concern.${concernOf(row)}`)}</Status> },
          { id: 'left', name: t('recalls.codes_left'), kind: 'number', width: 150, cell: (row) => <Count value={left(row)} /> },
          { id: 'which', name: t('recalls.which'), width: '2fr', cell: whichOf },
          { id: 'at', name: t('recalls.declared'), kind: 'moment', cell: (row) => <Moment at={row.recall.declared_at} /> },
        ]}
        empty={
          state === 'lifted' ? (
            <EmptyState title={t('recalls.none_lifted')} />
          ) : (
            <EmptyState title={t('recalls.none')}>{t('recalls.none_about')}</EmptyState>
          )
        }
      />
      {shown && <RecallPanel one={shown} name={nameOf(shown)} which={whichOf(shown)} onClose={() => setAddress({ recall: undefined })} />}
    </>
  );
}
