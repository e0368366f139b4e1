// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export const statuses = ['emitted', 'applied', 'introduced', 'retired', 'written_off', 'disbanded'] as const;
export type CodeStatus = (typeof statuses)[number];

export interface StockRow {
  /** Empty: transport packages. */
  gtin: string;
  product: string;
  counts: Partial<Record<string, number>>;
  total: number;
}

export interface StockWish {
  text?: string;
  status?: string;
  /** GTINs of a product group; undefined: of all. */
  gtins?: ReadonlySet<string>;
}

/** Lines of the interface as a table: a product a row, a status a column. */
export function stockRows(lines: readonly Schemas['StockLine'][], { text, status, gtins }: StockWish): StockRow[] {
  const rows = new Map<string, StockRow>();
  const wanted = text?.trim().toLocaleLowerCase();
  for (const line of lines) {
    const gtin = line.gtin ?? '';
    const product = line.product ?? '';
    if (status && line.status !== status) continue;
    if (gtins && !gtins.has(gtin)) continue;
    if (wanted && !gtin.includes(wanted) && !product.toLocaleLowerCase().includes(wanted)) continue;
    const row = rows.get(gtin) ?? { gtin, product, counts: {}, total: 0 };
    row.counts[line.status] = (row.counts[line.status] ?? 0) + line.quantity;
    row.total += line.quantity;
    rows.set(gtin, row);
  }
  return [...rows.values()];
}

/** Statuses that any of the rows has, in the order of a code's life. */
export const statusesOf = (rows: readonly { counts: Partial<Record<string, number>> }[]): CodeStatus[] =>
  statuses.filter((status) => rows.some((row) => row.counts[status]));

export const sumOf = (rows: readonly { counts: Partial<Record<string, number>> }[], status: string): number =>
  rows.reduce((sum, row) => sum + (row.counts[status] ?? 0), 0);
