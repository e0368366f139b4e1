// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { keptForm } from './drafts';

const draft = (name: string, kind: string) => ({ name, kind, person: 'A', saved: '2026-11-26T10:00:00Z' });

test('a form of somebody else is seen and not gone on with', () => {
  expect(keptForm(draft('document.apply.7', 'apply'), '7').page).toBe('/documents/new/apply');
  expect(keptForm(draft('document.apply.8', 'apply'), '7')).toMatchObject({ own: false });
  expect(keptForm(draft('document.apply.8', 'apply'), '7').page).toBeUndefined();
  expect(keptForm(draft('order-7', 'order_codes'), '7').page).toBe('/orders/new');
  expect(keptForm(draft('admit_user', 'admit_user'), '7').page).toBe('/users/new');
  expect(keptForm(draft('delivery.17', 'accept'), '7').page).toBe('/deliveries/17');
});
