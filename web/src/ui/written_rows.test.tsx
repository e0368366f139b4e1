// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { TableColumn } from './Table';
import { momentCell } from './table_file';
import { Badge, Count, Day, Money, Moment, Status } from './values';
import { writtenRows } from './written_rows';

interface Paid {
  at: string;
  amount: number;
  state: string;
}

const kAt = '2026-11-26T08:00:00Z';
const columns: TableColumn<Paid>[] = [
  { id: 'state', name: 'State', cell: (row) => <Status tone="good">{row.state}</Status> },
  { id: 'at', name: 'When', cell: (row) => <Moment at={row.at} /> },
  { id: 'day', name: 'Day', cell: () => <Day date="2026-11-30" /> },
  { id: 'sum', name: 'Sum', cell: (row) => <Money minor={row.amount} currency="UZS" /> },
  { id: 'count', name: 'Codes', cell: () => <Count value={12_000} /> },
  {
    id: 'who',
    name: 'Who',
    cell: () => (
      <span>
        Lola <Badge>new</Badge>
      </span>
    ),
  },
  { id: 'none', name: 'Order', cell: () => null },
  { id: 'own', name: 'Signed', cell: () => '+1', written: (row) => -row.amount },
];

test('a file has what the table shows, as numbers and moments where it shows them', () => {
  const [names, row] = writtenRows(columns, [{ at: kAt, amount: 150_050, state: 'paid' }]);
  expect(names).toEqual(columns.map((column) => column.name));
  expect(row).toEqual(['paid', momentCell(kAt), '2026-11-30', 1500.5, 12_000, 'Lola new', '', -150_050]);
});
