// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { asCsv, asWorkbook, crc32 } from './table_file';

test('a checksum is that of ZIP', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('a table of a spreadsheet quotes what has quotes', () => {
  expect(asCsv([['a"b', 7]])).toBe('\ufeff"a""b";"7"\r\n');
});

test('a workbook keeps numbers as numbers, and leaves out what XML does not have', async () => {
  const text = new TextDecoder().decode(await asWorkbook([['<Code>\u001d', 12]]).arrayBuffer());
  expect(text).toContain('&lt;Code&gt;</t>');
  expect(text).toContain('<c><v>12</v></c>');
  expect(text.slice(0, 4)).toBe('PK\u0003\u0004');
});
