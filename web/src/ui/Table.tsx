// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import {
  Cell,
  Column,
  Row,
  Table as AriaTable,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
  type SortDescriptor,
} from 'react-aria-components';
import { usePreferences } from './preferences';
import { useText } from './text';

export interface TableColumn<R> {
  id: string;
  name: string;
  cell: (row: R) => ReactNode;
  /** Numbers and codes stand at the end, in letters of one width. */
  kind?: 'text' | 'number' | 'code' | 'moment';
  sorts?: boolean;
  /** Pixels, or a share of what is left: '2fr'. */
  width?: number | `${number}fr`;
}

interface Props<R> {
  label: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  idOf: (row: R) => string;
  /** What is there instead of rows. */
  empty: ReactNode;
  onOpen?: (row: R) => void;
  sort?: SortDescriptor;
  onSort?: (sort: SortDescriptor) => void;
  /** There are more rows behind the last one; called when it comes into sight. */
  onMore?: () => void;
  loading?: boolean;
}

const kCalm = 44;
const kDense = 32;
const kMostRows = 14;

/** Any number of rows: only those in sight are drawn. Enter or a press opens a row. */
export function Table<R extends object>(props: Props<R>) {
  const { label, columns, rows, idOf, empty, onOpen, sort, onSort, onMore, loading } = props;
  const t = useText();
  const { preferences } = usePreferences();
  const height = preferences.density === 'dense' ? kDense : kCalm;
  if (!rows.length && !loading) return <>{empty}</>;
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: height, headingHeight: height, loaderHeight: height }}>
      <AriaTable
        aria-label={label}
        className={onOpen ? 'table table-opens' : 'table'}
        style={{ height: height * (Math.min(rows.length, kMostRows) + 1) + 2 }}
        sortDescriptor={sort}
        onSortChange={onSort}
        onRowAction={(key) => {
          const row = rows.find((one) => idOf(one) === key);
          if (row) onOpen?.(row);
        }}
      >
        <TableHeader>
          {columns.map((column, at) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={at === 0}
              allowsSorting={column.sorts}
              width={column.width}
              minWidth={typeof column.width === 'number' ? Math.min(column.width, 210) : at === 0 ? 210 : column.kind === 'moment' ? 206 : 140}
              className={`column column-${column.kind ?? 'text'}`}
            >
              {({ sortDirection }) => (
                <>
                  {column.name}
                  {column.sorts && (
                    <span aria-hidden="true">{sortDirection ? (sortDirection === 'ascending' ? ' ↑' : ' ↓') : ' ↕'}</span>
                  )}
                </>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <Row key={idOf(row)} id={idOf(row)} className="table-row">
              {columns.map((column) => (
                <Cell key={column.id} className={`cell cell-${column.kind ?? 'text'}`}>
                  <span className="cell-content">{column.cell(row)}</span>
                </Cell>
              ))}
            </Row>
          ))}
          {onMore && (
            <TableLoadMoreItem isLoading={loading} onLoadMore={onMore} className="table-more">
              {t('ui.loading')}
            </TableLoadMoreItem>
          )}
        </TableBody>
      </AriaTable>
    </Virtualizer>
  );
}
