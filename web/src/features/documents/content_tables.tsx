// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { visible } from '@/ui/codes/CodeTable';
import { Table, type TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count } from '@/ui/values';
import type { Content, NamedCode, OrderedGoods } from './content';

const numbered = <R extends object>(rows: readonly R[]): (R & { at: number })[] => rows.map((row, at) => ({ ...row, at }));

/** Goods of an order. */
export function OrderedLines({ lines, wordOf }: { lines: readonly OrderedGoods[]; wordOf: (name: string, value: string) => ReactNode }) {
  const t = useText();
  type Row = OrderedGoods & { at: number };
  const said = (name: 'level' | 'price'): TableColumn<Row>[] =>
    lines.some((one) => one[name]) ? [{ id: name, name: t(`documents.field.${name}`), kind: name === 'price' ? 'number' : 'text', cell: (row) => wordOf(name, row[name]) }] : [];
  const own: TableColumn<Row>[] = lines.some((one) => one.serials)
    ? [{ id: 'serials', name: t('documents.own_serials'), kind: 'number', cell: (row) => <Count value={row.serials} /> }]
    : [];
  return (
    <Table<Row>
      label={t('documents.goods_ordered')}
      rows={numbered(lines)}
      idOf={(row) => String(row.at)}
      columns={[
        { id: 'gtin', name: t('documents.field.gtin'), width: '2fr', cell: (row) => wordOf('gtin', row.gtin) },
        { id: 'quantity', name: t('documents.codes'), kind: 'number', width: 90, cell: (row) => <Count value={row.quantity} /> },
        ...said('level'),
        ...own,
        ...said('price'),
      ]}
      empty={null}
    />
  );
}

/** Codes that others stand for now. */
export function Pairs({ pairs }: { pairs: Content['pairs'] }) {
  const t = useText();
  return (
    <Table
      label={t('documents.codes')}
      rows={numbered(pairs)}
      idOf={(row) => String(row.at)}
      columns={[
        { id: 'old', name: t('documents.field.old'), kind: 'code', width: '1fr', cell: (row) => visible(row.old) },
        { id: 'new', name: t('documents.field.new'), kind: 'code', width: '1fr', cell: (row) => visible(row.new) },
      ]}
      empty={null}
    />
  );
}

/** Every code that the document names; of which list, where there are several. */
export function NamedCodes({ codes, nameOf }: { codes: readonly NamedCode[]; nameOf: (field: string) => string }) {
  const t = useText();
  type Row = NamedCode & { at: number };
  const listOf = ({ list, of }: NamedCode): ReactNode => {
    if (of === 'field') return nameOf(list);
    if (of === 'package') return <span className="mono">{visible(list)}</span>;
    return of === 'grade' ? t('documents.grade_is', { grade: list }) : t('documents.part_is', { part: list });
  };
  const several = codes.some((one) => one.of !== 'field' || one.list !== codes[0]?.list);
  return (
    <Table<Row>
      label={t('documents.codes')}
      rows={numbered(codes)}
      idOf={(row) => String(row.at)}
      columns={[
        { id: 'code', name: t('ui.codes.code'), kind: 'code', width: '1fr', cell: (row) => visible(row.code) },
        ...(several ? [{ id: 'list', name: t('documents.list_or_package'), width: 260, cell: listOf } satisfies TableColumn<Row>] : []),
        { id: 'at', name: t('documents.place'), kind: 'number', width: 90, cell: (row) => row.at + 1 },
      ]}
      empty={null}
    />
  );
}
