// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { hasCheckDigit, readCode, readCodes, type ReadCode } from './read_codes';

const kGs = '\u001d';
const kCode = `0109521234543213215Ab9xY${kGs}93dGVz`;
const textOf = (line: string) => (readCode(line) as ReadCode).text;

test('every notation of a code is the same code', () => {
  for (const line of [
    kCode,
    ` ${kCode}\t`,
    `]d2${kCode}`,
    `${kGs}${kCode}`,
    '0109521234543213215Ab9xY\\x1d93dGVz',
    '0109521234543213215Ab9xY\\u001d93dGVz',
    '0109521234543213215Ab9xY{GS}93dGVz',
    '0109521234543213215Ab9xY<GS>93dGVz',
    '0109521234543213215Ab9xY␝93dGVz',
    '(01)09521234543213(21)5Ab9xY(93)dGVz',
  ])
    expect(textOf(line), line).toBe(kCode);
});

test('packages and links are understood, with or without their identifier', () => {
  for (const line of ['147800000000000011', '00147800000000000011', '(00)147800000000000011'])
    expect(readCode(line)).toMatchObject({ text: '00147800000000000011', form: 'package' });
  expect(readCode('https://id.example/01/09521234543213/21/5Ab%2F9')).toMatchObject({ identity: '0109521234543213215Ab/9', form: 'item' });
  expect(readCode('BOX-2026-11-26-000017')).toMatchObject({ form: 'other' });
  expect(readCode('09521234543213ABCD123ACW.dGVz')).toMatchObject({ form: 'item', gtin: '09521234543213' });
});

test('what is no code is told why', () => {
  expect(readCode('0109521234543213215Фи9чН')).toBe('layout');
  expect(readCode('0109521234543214215Ab9xY')).toBe('check_digit');
  expect(readCode('147800000000000012')).toBe('check_digit');
  expect(readCode('9521234543213')).toBe('shop_code');
  expect(readCode('hello')).toBe('structure');
  expect(readCode(`01${'9'.repeat(300)}`)).toBe('length');
});

test('a table, a heading, empty lines and repetitions', () => {
  const reading = readCodes(`code;name\n\n"${kCode}";"Water"\n${kCode}\r\n(01)09521234543213(21)5Ab9xY(93)dGVz\n04787001000012\t0109521234543213215Cd\nnonsense`);
  expect(reading.codes.map((one) => one.identity)).toEqual(['0109521234543213215Ab9xY', '0109521234543213215Cd']);
  expect(reading.repeated).toBe(2);
  expect(reading.flawed).toEqual([{ line: 7, text: 'nonsense', flaw: 'structure' }]);
  expect(readCodes(kCode, ['0109521234543213215Ab9xY'])).toMatchObject({ codes: [], repeated: 1 });
});

test('thirty thousand lines take no time to speak of', () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `010952123454321321${1_000_000 + at}${kGs}93dGVz`);
  const begin = performance.now();
  readCodes(lines.join('\n'));
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test('check digits', () => {
  expect(hasCheckDigit('09521234543213')).toBe(true);
  expect(hasCheckDigit('09521234543210')).toBe(false);
});
