// SPDX-License-Identifier: Apache-2.0
import { Table, type TableColumn } from './Table';
import { useText } from './text';
import { Count } from './values';

export interface TableFlaw {
  /** Line of the file. */
  row: number;
  /** Empty: the row as a whole. */
  column: string;
  code: string;
  title: string;
}

interface Props<F extends TableFlaw> {
  flaws: readonly F[];
  /** What else is known of a row. */
  more?: readonly TableColumn<F>[];
}

/** What is wrong in a table that was sent, by row and column. */
export function TableFlaws<F extends TableFlaw>({ flaws, more = [] }: Props<F>) {
  const t = useText();
  const inColumns = flaws.some((one) => one.column !== '');
  const column: TableColumn<F> = { id: 'column', name: t('ui.flaws.column'), kind: 'code', width: 170, cell: (row) => row.column };
  const numbers = new Map(flaws.map((flaw, number) => [flaw, String(number)]));
  return (
    <Table<F>
      label={t('ui.flaws')}
      rows={flaws}
      idOf={(row) => numbers.get(row) ?? ''}
      empty={null}
      columns={[
        { id: 'title', name: t('ui.flaws.flaw'), width: '3fr', cell: (row) => row.title },
        { id: 'row', name: t('ui.flaws.row'), kind: 'number', width: 140, cell: (row) => <Count value={row.row} /> },
        ...(inColumns ? [column] : []),
        ...more,
        { id: 'code', name: t('ui.refusals.name'), kind: 'code', width: 200, cell: (row) => row.code },
      ]}
    />
  );
}
