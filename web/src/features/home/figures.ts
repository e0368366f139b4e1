// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export const statuses = ['emitted', 'applied', 'introduced', 'retired', 'written_off'] as const;
export type Figures = Record<(typeof statuses)[number], number>;

/** Codes of the stock by product group and status. Goods of others and packages stand under ''. */
export function figuresOf(
  stock: readonly Pick<Schemas['StockLine'], 'gtin' | 'status' | 'quantity'>[],
  goods: readonly Pick<Schemas['Product'], 'gtin' | 'group'>[],
): Map<string, Figures> {
  const groupOf = new Map(goods.map((one) => [one.gtin, one.group]));
  const sums = new Map<string, Figures>();
  for (const line of stock) {
    const status = statuses.find((one) => one === line.status);
    if (!status || !line.gtin) continue;
    const group = groupOf.get(line.gtin) ?? '';
    const sum = sums.get(group) ?? { emitted: 0, applied: 0, introduced: 0, retired: 0, written_off: 0 };
    sum[status] += line.quantity;
    sums.set(group, sum);
  }
  return sums;
}
