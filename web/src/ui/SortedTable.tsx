// SPDX-License-Identifier: Apache-2.0
import { useState, type ComponentProps } from 'react';
import { useIntl } from 'react-intl';
import { inOrder, pressedOrder, type RowOrder } from './row_order';
import { Table } from './Table';

type Props<R extends object> = Omit<ComponentProps<typeof Table<R>>, 'order' | 'onOrder' | 'onMore' | 'loading'>;

/** A table all of whose rows are here: the name of a column puts them in its order. */
export function SortedTable<R extends object>({ rows, columns, ...table }: Props<R>) {
  const { locale } = useIntl();
  const [order, setOrder] = useState<RowOrder | null>(null);
  return <Table {...table} columns={columns} rows={inOrder(columns, rows, order, locale)} order={order} onOrder={(column) => setOrder(pressedOrder(order, column))} />;
}
