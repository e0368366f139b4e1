// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { placeOf } from './notices';

test('a notice leads to what it is about', () => {
  expect(placeOf('order.ready', '{"order":"1882921256280391680"}')).toBe('/orders/1882921256280391680');
  expect(placeOf('shipment.incoming', '{"shipment":"7","codes":3}')).toBe('/deliveries/7');
  expect(placeOf('shipment.answered', '{"shipment":"7","accepted":3,"returned":0}')).toBe('/shipments');
  expect(placeOf('card.changed', '{"gtin":"04787001000012","state":"returned"}')).toBe('/goods/04787001000012');
  expect(placeOf('recall.declared', '{"recall":"9","gtin":"04787001000012"}')).toBe('/recalls?recall=9');
  expect(placeOf('account.paid', '{"source":"bank"}')).toBe('/finance');
  expect(placeOf('ticket.answered', '{"ticket":"12"}')).toBe('/support/12');
  expect(placeOf('violation.reported', '{"violation":"13","kind":"price"}')).toBe('/support/reports?report=13');
  expect(placeOf('something.new', 'not JSON')).toBe('/notifications');
});
