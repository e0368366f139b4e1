// SPDX-License-Identifier: Apache-2.0
import { useAddress, useGo } from '@/ui/address';
import { ListTable } from '@/ui/ListTable';
import { ScanInput } from '@/ui/scanner/ScanInput';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Moment, Status } from '@/ui/values';
import { ExportTraffic } from './ExportTraffic';
import { tones, useFresh, useShipments } from './traffic';
import { TrafficFilters } from './TrafficFilters';
import './shipments.css';

/** What others have sent and what became of it. */
export default function Deliveries() {
  const t = useText();
  const go = useGo();
  const [address, setAddress] = useAddress();
  const list = useShipments('received', address);
  useFresh();
  const narrowed = address.state ?? address.counterpart ?? address.from ?? address.until;
  return (
    <>
      <PageHeader
        title={t('shipments.deliveries')}
        about={t('shipments.deliveries_about')}
        actions={<ExportTraffic direction="received" address={address} isDisabled={!list.rows.length} />}
      />
      <TrafficFilters direction="received" address={address} onChange={setAddress} />
      <div className="delivery-number">
        <ScanInput label={t('shipments.by_number')} onCode={(number) => go(`/deliveries/${number.trim()}`)} />
      </div>
      <ListTable
        label={t('shipments.deliveries')}
        list={list}
        idOf={(row) => row.shipment}
        onOpen={(row) => go(`/deliveries/${row.shipment}`)}
        columns={[
          { id: 'number', name: t('shipments.number'), kind: 'code', width: 210, cell: (row) => row.shipment },
          { id: 'state', name: t('shipments.state'), width: 240, cell: (row) => <Status tone={tones[row.state]}>{t(`shipments.state.received.${row.state}`)}</Status> },
          { id: 'sender', name: t('shipments.counterpart.received'), width: '1fr', cell: (row) => row.counterpart_name },
          { id: 'document', name: t('shipments.document'), width: '1fr', cell: (row) => row.document ?? '' },
          { id: 'announced', name: t('shipments.announced'), kind: 'number', width: 130, cell: (row) => <Count value={row.codes} /> },
          { id: 'at', name: t('shipments.sent_at'), width: 190, cell: (row) => <Moment at={row.shipped_at} /> },
        ]}
        empty={<EmptyState title={t(narrowed ? 'shipments.none_so' : 'shipments.no_deliveries')}>{t('shipments.no_deliveries_about')}</EmptyState>}
      />
    </>
  );
}
