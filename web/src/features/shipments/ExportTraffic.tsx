// SPDX-License-Identifier: Apache-2.0
import type { Address } from '@/ui/address';
import { ExportTable, type RowsInHand } from '@/ui/ExportTable';
import { momentCell } from '@/ui/table_file';
import { useText } from '@/ui/text';
import { everyShipment, type Direction } from './traffic';

/** Exactly what the filters leave, as a file. */
export function ExportTraffic({ direction, address, isDisabled }: { direction: Direction; address: Address; isDisabled: boolean }) {
  const t = useText();
  const written = async (inHand: RowsInHand) => {
    const names = ['shipments.number', 'shipments.state', `shipments.counterpart.${direction}`, 'shipments.document', 'shipments.announced', 'shipments.sent_at'];
    const lines = (await everyShipment(direction, address, inHand)).map((one) => [
      one.shipment,
      t(`shipments.state.${direction}.${one.state}`),
      one.counterpart_name,
      one.document ?? '',
      one.codes,
      momentCell(one.shipped_at),
    ]);
    return [names.map((name) => t(name)), ...lines];
  };
  return <ExportTable name={direction === 'sent' ? 'shipments' : 'deliveries'} rows={written} isDisabled={isDisabled} />;
}
