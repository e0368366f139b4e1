// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';

type Order = Schemas['Order'];

const kPage = 500;
const kMostPages = 40;
const kDayMs = 86_400_000;
const startOf = (day: string): number => new Date(`${day}T00:00:00`).getTime();

/** Numbers begin with the milliseconds of their moment: docs/formats/documents.md. */
export const numberAt = (ms: number): string => (BigInt(ms) << 20n).toString();

/** Orders of a term, newest first; their numbers are those of their documents. */
export async function ordersOfTerm(from: string, until: string): Promise<{ orders: Order[]; complete: boolean }> {
  const orders: Order[] = [];
  let before: string | undefined = numberAt(startOf(until) + kDayMs);
  for (let page = 0; page < kMostPages && before; ++page) {
    const found: Schemas['OrderPage'] = await call(api.GET('/api/v1/orders', { params: { query: { before, limit: kPage } } }));
    const within = found.orders.filter((one) => Date.parse(one.at) >= startOf(from));
    orders.push(...within);
    before = within.length === found.orders.length ? (found.next ?? undefined) : undefined;
  }
  return { orders, complete: !before };
}

export interface PaidRow {
  group: string;
  /** Codes of orders of the term that were neither cancelled nor declined. */
  ordered: number;
  /** Codes charged in the term, and the money for them. */
  charged: number;
  sum: number;
  /** Now: emitted and not yet on goods. */
  unused: number;
}

const kGone: readonly string[] = ['cancelled', 'declined'];

export interface PaidSources {
  orders: readonly Pick<Order, 'group' | 'status' | 'lines'>[];
  charges: readonly Schemas['ChargeLine'][];
  stock: readonly Schemas['StockLine'][];
  groupOf: (gtin: string) => string | undefined;
}

/** One row a product group, in the order of their codes. */
export function paidRows({ orders, charges, stock, groupOf }: PaidSources): PaidRow[] {
  const rows = new Map<string, PaidRow>();
  const add = (group: string, more: Partial<Omit<PaidRow, 'group'>>) => {
    const row = rows.get(group) ?? { group, ordered: 0, charged: 0, sum: 0, unused: 0 };
    const sums = Object.entries(more).map(([name, value]) => [name, row[name as keyof typeof more] + value]);
    rows.set(group, { ...row, ...(Object.fromEntries(sums) as typeof more) });
  };
  for (const one of orders)
    if (!kGone.includes(one.status)) add(one.group, { ordered: one.lines.reduce((sum, line) => sum + line.quantity, 0) });
  for (const one of charges) add(one.group, { charged: one.codes, sum: one.net + one.vat });
  for (const { gtin, status, quantity } of stock) {
    const group = gtin ? groupOf(gtin) : undefined;
    if (group && status === 'emitted') add(group, { unused: quantity });
  }
  return [...rows.values()].sort((a, b) => a.group.localeCompare(b.group));
}
