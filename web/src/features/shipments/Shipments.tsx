// SPDX-License-Identifier: Apache-2.0
import { useAddress } from '@/ui/address';
import { ButtonLink } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Moment, Status } from '@/ui/values';
import { ExportTraffic } from './ExportTraffic';
import { ShipmentPanel } from './ShipmentPanel';
import { tones, useFresh, useShipments } from './traffic';
import { TrafficFilters } from './TrafficFilters';
import './shipments.css';

/** What was sent to others, and how they answered. */
export default function Shipments() {
  const t = useText();
  const [address, setAddress] = useAddress();
  const list = useShipments('sent', address);
  useFresh();
  const ship = (look?: 'main') => (
    <ButtonLink look={look} href="/documents/new/ship">
      {t('shipments.ship')}
    </ButtonLink>
  );
  const narrowed = address.state ?? address.counterpart ?? address.from ?? address.until;
  return (
    <>
      <PageHeader
        title={t('shipments.title')}
        about={t('shipments.title_about')}
        actions={
          <>
            <ExportTraffic direction="sent" address={address} isDisabled={!list.rows.length} />
            {ship('main')}
          </>
        }
      />
      <TrafficFilters direction="sent" address={address} onChange={setAddress} />
      <ListTable
        label={t('shipments.title')}
        list={list}
        idOf={(row) => row.shipment}
        onOpen={(row) => setAddress({ open: row.shipment }, { step: true })}
        columns={[
          { id: 'number', name: t('shipments.number'), kind: 'code', width: 200, cell: (row) => row.shipment },
          { id: 'state', name: t('shipments.state'), width: 160, cell: (row) => <Status tone={tones[row.state]}>{t(`shipments.state.sent.${row.state}`)}</Status> },
          { id: 'receiver', name: t('shipments.counterpart.sent'), width: '3fr', cell: (row) => row.counterpart_name },
          { id: 'document', name: t('shipments.document'), width: '1fr', cell: (row) => row.document ?? '' },
          { id: 'codes', name: t('shipments.announced'), kind: 'number', width: 108, cell: (row) => <Count value={row.codes} /> },
          { id: 'at', name: t('shipments.sent_at'), width: 206, cell: (row) => <Moment at={row.shipped_at} /> },
        ]}
        empty={
          narrowed ? (
            <EmptyState title={t('shipments.none_so')}>{t('shipments.none_about')}</EmptyState>
          ) : (
            <EmptyState title={t('shipments.none')} action={ship()}>
              {t('shipments.none_about')}
            </EmptyState>
          )
        }
      />
      {address.open && <ShipmentPanel number={address.open} onClose={() => setAddress({ open: undefined })} />}
    </>
  );
}
