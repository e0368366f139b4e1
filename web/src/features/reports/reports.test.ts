// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Schemas } from '@/api/queries';
import { codesByDay, kindRows } from './operations';
import { numberAt, paidRows } from './paid_codes';
import { statusesOf, stockRows, sumOf } from './stock_lines';
import { reasonIn, reasonRows } from './write_offs';

const kWater = '04787001000012';
const kBeer = '04787002000011';
const stock: Schemas['StockLine'][] = [
  { gtin: kWater, product: 'Water', status: 'emitted', quantity: 5 },
  { gtin: kWater, product: 'Water', status: 'introduced', quantity: 7 },
  { gtin: kBeer, product: 'Beer', status: 'introduced', quantity: 2 },
  { status: 'introduced', quantity: 1 },
];

test('stock is a row for each product, narrowed by what is asked', () => {
  const all = stockRows(stock, {});
  expect(all.map((row) => [row.gtin, row.total])).toEqual([[kWater, 12], [kBeer, 2], ['', 1]]);
  expect(statusesOf(all)).toEqual(['emitted', 'introduced']);
  expect(sumOf(all, 'introduced')).toBe(10);
  expect(stockRows(stock, { text: 'wat', status: 'introduced' }).map((row) => row.total)).toEqual([7]);
  expect(stockRows(stock, { gtins: new Set([kBeer]) }).map((row) => row.gtin)).toEqual([kBeer]);
});

const judged = (kind: string, day: string, accepted: number, status: 'accepted' | 'rejected' = 'accepted') =>
  ({ kind, status, received_at: `${day}T12:00:00`, accepted, refused: 1, codes: accepted + 1 }) as unknown as Schemas['JudgedDocument'];

test('rejected documents are counted, their codes did nothing', () => {
  const documents = [judged('ship', '2026-11-02', 4), judged('ship', '2026-11-03', 9, 'rejected'), judged('apply', '2026-11-03', 3)];
  expect(kindRows(documents, 'movement')).toEqual([{ kind: 'ship', documents: 2, rejected: 1, accepted: 4, refused: 2 }]);
  expect(kindRows(documents, undefined).map((row) => row.kind)).toEqual(['apply', 'ship']);
  expect(codesByDay(documents, '2026-11-01', '2026-11-03').map((one) => one.value)).toEqual([0, 4, 3]);
});

test('a reason is read without the codes behind it, and not out of a code', async () => {
  const body = (text: string) => new Response(text).body as ReadableStream<Uint8Array>;
  expect(await reasonIn(body('{"kind":"write_off","reason":"DEFECT","codes":["x"]}'))).toBe('DEFECT');
  expect(await reasonIn(body('{"kind":"write_off","codes":["01\\"reason\\":\\"NO\\""], "reason" : "LOSS"}'))).toBe('LOSS');
});

test('documents of one reason are one row', () => {
  const documents = [judged('write_off', '2026-11-02', 4), judged('write_off', '2026-11-03', 2)].map((one) => ({ ...one, reason: 'LOSS' }));
  expect(reasonRows(documents)).toEqual([{ kind: 'write_off', reason: 'LOSS', documents: 2, codes: 6 }]);
});

test('a product group has what was ordered and charged in the term, and what lies there now', () => {
  const order = (status: string, quantity: number) => ({ group: 'water', status, lines: [{ quantity }] }) as never;
  const rows = paidRows({
    orders: [order('ready', 10), order('declined', 90)],
    charges: [{ group: 'beer', codes: 4, net: 100, vat: 12 }],
    stock,
    groupOf: (gtin) => (gtin === kWater ? 'water' : undefined),
  });
  expect(rows).toEqual([
    { group: 'beer', ordered: 0, charged: 4, sum: 112, unused: 0 },
    { group: 'water', ordered: 10, charged: 0, sum: 0, unused: 5 },
  ]);
});

test('a day is a number of documents', () => {
  expect(numberAt(Date.UTC(2026, 10, 26))).toBe((BigInt(Date.UTC(2026, 10, 26)) * 1_048_576n).toString());
});
