// SPDX-License-Identifier: Apache-2.0
import { useEvents } from '@/api/events';
import { queryClient, useMe } from '@/api/queries';
import { useAddress, useGo } from '@/ui/address';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ScanInput } from '@/ui/scanner/ScanInput';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count, Moment, Status, type Tone } from '@/ui/values';
import { useOwnAnswers, useTold, type Decision } from './traffic';
import './shipments.css';

type State = 'open' | 'cancelled' | `answered_${Decision}`;
const kTones: Record<State, Tone> = { open: 'main', cancelled: 'neutral', answered_all: 'good', answered_listed: 'warn', answered_none: 'bad' };

/** What others have sent and what became of it. */
export default function Deliveries() {
  const t = useText();
  const go = useGo();
  const sees = useMe()?.rights.includes('see_codes') ?? false;
  const [{ state }, setAddress] = useAddress();
  const told = useTold();
  const answers = useOwnAnswers();
  useEvents((event) => {
    if (!event.name.startsWith('shipment.')) return;
    void queryClient.invalidateQueries({ queryKey: ['notices'] });
    void queryClient.invalidateQueries({ queryKey: ['documents', 'accept'] });
  }, sees);
  const stateOf = (shipment: string): State => {
    const answer = answers.data?.get(shipment);
    if (answer) return `answered_${answer.decision}`;
    return told.data?.cancelled.has(shipment) ? 'cancelled' : 'open';
  };
  const rows = (told.data?.incoming ?? []).map((one) => ({ ...one, state: stateOf(one.shipment) })).filter((one) => !state || (state === 'open') === (one.state === 'open'));
  const error = told.error ?? answers.error;
  return (
    <>
      <PageHeader title={t('shipments.deliveries')} about={t('shipments.deliveries_about')} />
      <div className="row">
        <Select
          label={t('shipments.state')}
          choices={['', 'open', 'closed'].map((id) => ({ id, name: t(`shipments.filter.${id || 'all'}`) }))}
          selectedKey={state ?? ''}
          onSelectionChange={(key) => setAddress({ state: String(key ?? '') })}
        />
        <div className="delivery-number">
          <ScanInput label={t('shipments.by_number')} onCode={(number) => go(`/deliveries/${number.trim()}`)} />
        </div>
      </div>
      {Boolean(error) && <ErrorNotice error={error} onRetry={() => void Promise.all([told.refetch(), answers.refetch()])} />}
      {(told.isPending || answers.isPending) && !error && <Skeleton lines={6} />}
      {told.data && answers.data && (
        <Table
          label={t('shipments.deliveries')}
          rows={rows}
          idOf={(row) => row.shipment}
          onOpen={(row) => go(`/deliveries/${row.shipment}`)}
          columns={[
            { id: 'number', name: t('shipments.number'), kind: 'code', width: 240, cell: (row) => row.shipment },
            { id: 'state', name: t('shipments.state'), width: '2fr', cell: (row) => <Status tone={kTones[row.state]}>{t(`shipments.state.${row.state}`)}</Status> },
            { id: 'announced', name: t('shipments.announced'), kind: 'number', width: 150, cell: (row) => <Count value={row.announced} /> },
            { id: 'at', name: t('shipments.sent_at'), width: 190, cell: (row) => <Moment at={row.at} /> },
          ]}
          empty={<EmptyState title={t(state ? 'shipments.none_so' : 'shipments.no_deliveries')}>{t('shipments.no_deliveries_about')}</EmptyState>}
        />
      )}
    </>
  );
}
