// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { formatOf } from './statement_file';

test('a statement is known by how it begins', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(formatOf(bytes('1CClientBankExchange\r\n'))).toBe('client_bank');
  expect(formatOf(bytes('<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'))).toBe('camt053');
  expect(formatOf(bytes('date;amount;number;payer_tax_id\n'))).toBe('csv');
});
