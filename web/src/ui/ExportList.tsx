// SPDX-License-Identifier: Apache-2.0
import { ExportTable, type RowsInHand } from './ExportTable';
import type { TableColumn } from './Table';
import { writtenRows } from './written_rows';

interface Props<R> {
  /** Of the file, without its ending. */
  name: string;
  columns: readonly TableColumn<R>[];
  list: { rows: readonly R[]; every: (inHand: RowsInHand) => Promise<readonly R[]> };
}

/** Every row of a list that comes in pages, with the columns of its table, as a file. */
export function ExportList<R>({ name, columns, list }: Props<R>) {
  return <ExportTable name={name} rows={async (inHand) => writtenRows(columns, await list.every(inHand))} isDisabled={!list.rows.length} />;
}
