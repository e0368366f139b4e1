// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { emptyOrder, type Fields } from './order_fields';

/** Whether something is filled in. */
export const isBegun = ({ lines = [], ...texts }: Partial<Fields>): boolean =>
  lines.length > 0 || Object.values(texts).some((text) => typeof text === 'string' && text.trim() !== '');

/** The order with one more product; null where it does not belong to what was begun. */
export function withProduct(begun: Fields | null, { gtin, group }: { gtin: string; group: string }): Fields | null {
  const fields = begun ?? emptyOrder;
  if (fields.lines.some((line) => line.gtin === gtin)) return fields;
  if (fields.principal || (fields.lines.length > 0 && fields.group !== group)) return null;
  return { ...fields, group, lines: [...fields.lines, { gtin, quantity: 0, price: '', serials: '' }] };
}

type Ordered = Pick<Schemas['Order'], 'group' | 'release_method' | 'creation_method' | 'contact' | 'place' | 'registrar' | 'lines'>;
export type Said = Pick<Schemas['OrderCodes'], 'principal' | 'pay_at' | 'lines'>;

/** A new order like one that was made. `said`: its document, where the reader may see it. Serials are used once, and the
 * number of a production order belongs to that one. */
export function repeated(order: Ordered, said: Said | null, own: string): Fields {
  const prices = new Map(said?.lines.map((line) => [line.gtin, line.price ?? '']));
  const principal = said?.principal ?? '';
  return {
    ...emptyOrder,
    group: order.group,
    principal: principal === own ? '' : principal,
    release_method: order.release_method,
    creation_method: order.creation_method ?? '',
    contact: order.contact,
    place: order.place ?? '',
    pay_at: said?.pay_at ?? '',
    registrar: order.registrar ?? '',
    lines: order.lines.map(({ gtin, quantity }) => ({ gtin, quantity, price: prices.get(gtin) ?? '', serials: '' })),
  };
}
