// SPDX-License-Identifier: Apache-2.0
import { useEvents } from '@/api/events';
import { useSavedViews } from '@/api/preferences';
import { queryClient, useMe } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FilterBar } from '@/ui/FilterBar';
import { ButtonLink } from '@/ui/Link';
import { SavedViews } from '@/ui/SavedViews';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count, Moment, Status, type Tone } from '@/ui/values';
import { ShipmentPanel } from './ShipmentPanel';
import { useOwnCancels, useSent, useTold, type Answer, type Sent } from './traffic';

export type SentState = 'on_the_way' | 'accepted' | 'partly' | 'refused' | 'taken_back';
const kTones: Record<SentState, Tone> = { on_the_way: 'main', accepted: 'good', partly: 'warn', refused: 'bad', taken_back: 'neutral' };

const kStates = Object.keys(kTones) as SentState[];
const kFilters = ['state'] as const;

const stateOf = (answer: Answer | undefined, cancelled: boolean): SentState => {
  if (cancelled) return 'taken_back';
  if (!answer) return 'on_the_way';
  if (!answer.returned) return 'accepted';
  return answer.accepted ? 'partly' : 'refused';
};

/** What was sent to others, and how they answered. */
export default function Shipments() {
  const t = useText();
  const sees = useMe()?.rights.includes('see_codes') ?? false;
  const [{ open, state }, setAddress] = useAddress();
  const views = useSavedViews('shipments');
  const sent = useSent();
  const told = useTold();
  const cancels = useOwnCancels();
  useEvents((event) => {
    if (event.name.startsWith('shipment.')) void queryClient.invalidateQueries({ queryKey: ['notices'] });
  }, sees);
  const all: (Sent & { state: SentState })[] = (sent.data?.pages.flatMap((page) => page.sent) ?? []).map((one) => ({
    ...one,
    state: stateOf(told.data?.answered.get(one.shipment), cancels.data?.has(one.shipment) ?? false),
  }));
  const rows = all.filter((one) => !state || one.state === state);
  const error = sent.error ?? told.error ?? cancels.error;
  const opened = all.find((one) => one.shipment === open);
  return (
    <>
      <PageHeader
        title={t('shipments.title')}
        about={t('shipments.title_about')}
        actions={
          <ButtonLink look="main" href="/documents/new/ship">
            {t('shipments.ship')}
          </ButtonLink>
        }
      />
      <FilterBar
        filters={state ? [{ id: 'state', text: t(`shipments.sent_state.${state}`) }] : []}
        onRemove={() => setAddress({ state: undefined })}
        onClear={() => setAddress({ state: undefined })}
        views={<SavedViews {...views} fields={kFilters} />}
      >
        <Select
          label={t('shipments.state')}
          choices={[{ id: '', name: t('shipments.filter.all') }, ...kStates.map((id) => ({ id, name: t(`shipments.sent_state.${id}`) }))]}
          selectedKey={state ?? ''}
          onSelectionChange={(key) => setAddress({ state: String(key ?? '') })}
        />
      </FilterBar>
      {Boolean(error) && <ErrorNotice error={error} onRetry={() => void sent.refetch()} />}
      {sent.isPending && <Skeleton lines={6} />}
      {sent.data && told.data && cancels.data && (
        <Table
          label={t('shipments.title')}
          rows={rows}
          idOf={(row) => row.shipment}
          onOpen={(row) => setAddress({ open: row.shipment }, { step: true })}
          onMore={sent.hasNextPage ? () => void sent.fetchNextPage() : undefined}
          loading={sent.isFetchingNextPage}
          columns={[
            { id: 'number', name: t('shipments.number'), kind: 'code', width: 240, cell: (row) => row.shipment },
            { id: 'state', name: t('shipments.state'), width: '1fr', cell: (row) => <Status tone={kTones[row.state]}>{t(`shipments.sent_state.${row.state}`)}</Status> },
            { id: 'receiver', name: t('shipments.receiver'), kind: 'code', width: 170, cell: (row) => row.receiver },
            { id: 'codes', name: t('shipments.announced'), kind: 'number', width: 150, cell: (row) => <Count value={row.codes.length} /> },
            { id: 'at', name: t('shipments.sent_at'), width: 190, cell: (row) => <Moment at={row.received_at} /> },
          ]}
          empty={
            <EmptyState title={t(state ? 'shipments.none_so' : 'shipments.none')} action={<ButtonLink href="/documents/new/ship">{t('shipments.ship')}</ButtonLink>}>
              {t('shipments.none_about')}
            </EmptyState>
          }
        />
      )}
      {opened && <ShipmentPanel sent={opened} state={opened.state} answer={told.data?.answered.get(opened.shipment)} onClose={() => setAddress({ open: undefined })} />}
    </>
  );
}
