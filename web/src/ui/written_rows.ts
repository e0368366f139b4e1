// SPDX-License-Identifier: Apache-2.0
import { isValidElement, type ReactNode } from 'react';
import { Due } from './Due';
import { Since } from './Since';
import type { TableColumn } from './Table';
import { momentCell, type Cell, type Rows } from './table_file';
import { Count, Day, Money, Moment } from './values';

interface Shown {
  at?: string;
  date?: string;
  value?: number;
  minor?: number | string;
  children?: ReactNode;
}

/** What a cell of a table shows, for a spreadsheet: moments and sums as it can count with them. */
function cellOf(shown: ReactNode): Cell {
  if (typeof shown === 'string' || typeof shown === 'number') return shown;
  if (Array.isArray(shown)) return (shown as ReactNode[]).map(cellOf).join('');
  if (!isValidElement<Shown>(shown)) return '';
  const { at = '', date = '', value = 0, minor = 0, children } = shown.props;
  if (shown.type === Moment || shown.type === Due || shown.type === Since) return momentCell(at);
  if (shown.type === Day) return date;
  if (shown.type === Count) return value;
  if (shown.type === Money) return Number(minor) / 100;
  return cellOf(children);
}

/** What a row has in a column: as the file writes it, and as rows are put in order. */
export const writtenCell = <R,>(column: TableColumn<R>, row: R): Cell => column.written?.(row) ?? cellOf(column.cell(row));

/** The table as it stands on the screen: names of its columns first. */
export const writtenRows = <R,>(columns: readonly TableColumn<R>[], rows: readonly R[]): Rows => [
  columns.map((column) => column.name),
  ...rows.map((row) => columns.map((column) => writtenCell(column, row))),
];
