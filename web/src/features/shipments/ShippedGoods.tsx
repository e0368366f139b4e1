// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { ListTable } from '@/ui/ListTable';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count } from '@/ui/values';
import { useNamedCodes } from './traffic';

/** Which goods are in a shipment, and how many of each. */
export function ShippedGoods({ goods }: { goods: readonly Schemas['ShippedGoods'][] }) {
  const t = useText();
  return (
    <Table
      label={t('shipments.goods')}
      rows={goods}
      idOf={(row) => row.gtin ?? ''}
      columns={[
        { id: 'name', name: t('shipments.product'), width: '2fr', cell: (row) => (row.gtin ? row.name || row.gtin : t('shipments.packages')) },
        { id: 'gtin', name: 'GTIN', kind: 'code', width: 160, cell: (row) => row.gtin ?? '' },
        { id: 'codes', name: t('shipments.codes'), kind: 'number', width: 110, cell: (row) => <Count value={row.codes} /> },
      ]}
      empty={null}
    />
  );
}

/** Every code and package as the sender named it. */
export function NamedCodes({ shipment }: { shipment: string }) {
  const t = useText();
  const list = useNamedCodes(shipment);
  return (
    <ListTable
      label={t('shipments.named')}
      list={list}
      idOf={(row) => row.cis}
      columns={[{ id: 'cis', name: t('shipments.named'), kind: 'code', width: '1fr', cell: (row) => row.cis }]}
      empty={null}
    />
  );
}
