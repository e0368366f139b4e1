// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { everyRow } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import type { Order } from './order_state';

export interface Stretch {
  /** Counted from 0. */
  from: number;
  count: number;
}

type Line = Pick<Schemas['OrderedLine'], 'line' | 'quantity' | 'delivered'>;

const kPage = 1000;

/** What was fetched of a line, put together from its blocks and what was fetched from the first code on. */
export function putTogether(blocks: readonly Stretch[], delivered: number): Stretch[] {
  const parts: Stretch[] = [];
  const first = delivered > 0 ? [{ from: 0, count: delivered }] : [];
  for (const { from, count } of [...first, ...blocks].sort((one, other) => one.from - other.from)) {
    const before = parts.at(-1);
    if (before && from <= before.from + before.count) before.count = Math.max(before.count, from + count - before.from);
    else parts.push({ from, count });
  }
  return parts;
}

const blocksOf = (order: string, line: number, signal: AbortSignal) =>
  everyRow(
    (after: number | undefined) => call(api.GET('/api/v1/orders/{order}/lines/{line}/blocks', { params: { path: { order, line }, query: { limit: kPage, after } } })),
    (page): Stretch[] => page.blocks,
    { signal, tell: () => undefined },
  );

/** The codes that a closed order still gives out: those that were fetched before. Null: all of the line. */
export function useGivenOut(order: Pick<Order, 'order' | 'status'>, { line, quantity, delivered }: Line) {
  const narrowed = order.status === 'closed' && delivered < quantity;
  const blocks = useQuery({ queryKey: ['blocks', order.order, line, 'all'], queryFn: ({ signal }) => blocksOf(order.order, line, signal), enabled: narrowed });
  return {
    parts: narrowed ? blocks.data && putTogether(blocks.data, delivered) : null,
    error: blocks.error,
    retry: () => void blocks.refetch(),
  };
}

async function fetchedOfLine(order: string, line: number): Promise<number> {
  const page = await call(api.GET('/api/v1/orders/{order}/lines/{line}/blocks', { params: { path: { order, line }, query: { limit: 1 } } }));
  return page.fetched;
}

/** How many codes of an order were fetched at least once, in whatever order; undefined while it is asked for. */
export function useFetched({ order, lines }: Pick<Order, 'order' | 'lines'>, asked: boolean): number | undefined {
  const open = lines.filter((one) => one.delivered < one.quantity);
  const counted = useQuery({
    queryKey: ['blocks', order, 'fetched', open.map((one) => one.line)],
    queryFn: () => Promise.all(open.map((one) => fetchedOfLine(order, one.line))),
    enabled: asked && open.length > 0,
  });
  const all = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const whole = all(lines.filter((one) => !open.includes(one)).map((one) => one.quantity));
  if (!open.length) return whole;
  // Without an answer: what the order itself says.
  if (counted.error) return whole + all(open.map((one) => one.delivered));
  return counted.data && whole + all(counted.data);
}
