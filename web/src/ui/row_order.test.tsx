// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { inOrder, pressedOrder } from './row_order';
import type { TableColumn } from './Table';
import { Count, Money, Status } from './values';

interface Row {
  name: string;
  sum: number;
  state: string;
}

const columns: TableColumn<Row>[] = [
  { id: 'name', name: 'Name', cell: (row) => row.name },
  { id: 'sum', name: 'Sum', cell: (row) => (row.sum ? <Money minor={row.sum} currency="UZS" /> : '') },
  { id: 'size', name: 'Size', cell: (row) => <Count value={row.name.length} /> },
  { id: 'state', name: 'State', cell: (row) => <Status tone="good">{row.state}</Status> },
];
const rows: Row[] = [
  { name: 'Яблоко', sum: 900, state: 'paid' },
  { name: 'арбуз 10', sum: 0, state: 'new' },
  { name: 'Арбуз 9', sum: 120_000, state: 'paid' },
];
const names = (column: string, falling: boolean) => inOrder(columns, rows, { column, falling }, 'ru-RU').map((row) => row.name);

test('the name of a column is pressed: rising, falling, as the rows came', () => {
  const rising = pressedOrder(null, 'sum');
  expect(rising).toEqual({ column: 'sum', falling: false });
  const falling = pressedOrder(rising, 'sum');
  expect(falling).toEqual({ column: 'sum', falling: true });
  expect(pressedOrder(falling, 'sum')).toBeNull();
  expect(pressedOrder(falling, 'name')).toEqual({ column: 'name', falling: false });
});

test('words stand as the language orders them, sums as numbers, nothing last', () => {
  expect(inOrder(columns, rows, null, 'ru-RU')).toBe(rows);
  expect(names('name', false)).toEqual(['Арбуз 9', 'арбуз 10', 'Яблоко']);
  expect(names('sum', false)).toEqual(['Яблоко', 'Арбуз 9', 'арбуз 10']);
  expect(names('sum', true)).toEqual(['Арбуз 9', 'Яблоко', 'арбуз 10']);
  expect(names('size', true)).toEqual(['арбуз 10', 'Арбуз 9', 'Яблоко']);
});

test('equal rows keep their order, both ways', () => {
  expect(names('state', false)).toEqual(['арбуз 10', 'Яблоко', 'Арбуз 9']);
  expect(names('state', true)).toEqual(['Яблоко', 'Арбуз 9', 'арбуз 10']);
});
