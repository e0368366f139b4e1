// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export const statuses = ['emitted', 'applied', 'introduced', 'retired', 'written_off'] as const;
export type Figures = Record<(typeof statuses)[number], number>;

/** Codes of the stock by product group and status; packages have no group. */
export function figuresOf(stock: readonly Pick<Schemas['StockLine'], 'group' | 'status' | 'quantity'>[]): Map<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const { group, status: said, quantity } of stock) {
    const status = statuses.find((one) => one === said);
    if (!status || !group) continue;
    const sum = sums.get(group) ?? { emitted: 0, applied: 0, introduced: 0, retired: 0, written_off: 0 };
    sum[status] += quantity;
    sums.set(group, sum);
  }
  return sums;
}
