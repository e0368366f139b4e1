// SPDX-License-Identifier: Apache-2.0
import type { TableColumn } from './Table';
import type { Cell } from './table_file';
import { writtenCell } from './written_rows';

/** By which column rows stand, and whether the greatest come first. */
export interface RowOrder {
  column: string;
  falling: boolean;
}

/** What a press on the name of a column makes of the order: rising, falling, as the rows came. */
export function pressedOrder(before: RowOrder | null, column: string): RowOrder | null {
  if (before?.column !== column) return { column, falling: false };
  return before.falling ? null : { column, falling: true };
}

/** Numbers as numbers, words as the language orders them; nothing is last both ways. */
export function inOrder<R>(columns: readonly TableColumn<R>[], rows: readonly R[], order: RowOrder | null, locale: string): readonly R[] {
  const column = columns.find((one) => one.id === order?.column);
  if (!order || !column) return rows;
  const words = new Intl.Collator(locale, { numeric: true });
  const compared = (one: Cell, other: Cell): number =>
    typeof one === 'number' && typeof other === 'number' ? one - other : words.compare(String(one), String(other));
  return rows
    .map((row) => ({ row, cell: writtenCell(column, row) }))
    .sort((one, other) => {
      if (one.cell === '' || other.cell === '') return Number(one.cell === '') - Number(other.cell === '');
      return order.falling ? compared(other.cell, one.cell) : compared(one.cell, other.cell);
    })
    .map(({ row }) => row);
}
