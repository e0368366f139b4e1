// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count } from '@/ui/values';

type Flaw = Schemas['TableFlaw'] & { number: number };

/** What is wrong in a table, by row and column. */
export function TableFlaws({ flaws }: { flaws: readonly Schemas['TableFlaw'][] }) {
  const t = useText();
  return (
    <Table<Flaw>
      label={t('goods.flaws')}
      rows={flaws.map((flaw, number) => ({ ...flaw, number }))}
      idOf={(row) => String(row.number)}
      empty={null}
      columns={[
        { id: 'title', name: t('goods.flaw'), width: '3fr', cell: (row) => row.title },
        { id: 'row', name: t('goods.row'), kind: 'number', width: 140, cell: (row) => <Count value={row.row} /> },
        { id: 'column', name: t('goods.column'), kind: 'code', width: 170, cell: (row) => row.column },
        { id: 'gtin', name: t('goods.gtin'), kind: 'code', width: 170, cell: (row) => row.gtin },
        { id: 'code', name: t('goods.error_code'), kind: 'code', width: 200, cell: (row) => row.code },
      ]}
    />
  );
}
