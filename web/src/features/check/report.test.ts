// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import { reportOf, suggestedKind, type ReportFields } from './report';
import { isOfReport, placeOfReport, rememberReport, reportInAddress, sentReports } from './report_memory';

const empty: ReportFields = { kind: 'price', goods: '', shop: ' ', address: '', where: null, text: '', email: '', consent: true };

describe('a report', () => {
  test('says only what was filled in, and no consent without an address', () => {
    expect(reportOf(empty, 'uz')).toEqual({ kind: 'price', language: 'uz' });
    expect(reportOf({ ...empty, shop: ' Bozor ', email: 'a@b.example' }, 'ru')).toEqual({
      kind: 'price',
      shop: 'Bozor',
      email: 'a@b.example',
      consent: true,
      language: 'ru',
    });
  });

  test('knows the number under stripes, an address on the goods and a code apart', () => {
    expect(reportOf({ ...empty, goods: '4787001000012' }, 'uz')).toMatchObject({ gtin: '04787001000012' });
    expect(reportOf({ ...empty, goods: 'https://id.example/01/04787001000012/21/AB' }, 'uz')).toMatchObject({ code: '010478700100001221AB' });
    expect(reportOf({ ...empty, goods: ' not a code ' }, 'uz')).toMatchObject({ code: 'not a code' });
  });

  test('is of the kind that the verdict suggests, where the country has it', () => {
    expect(suggestedKind('expired', [{ kind: 'expired' }])).toBe('expired');
    expect(suggestedKind('sold', [{ kind: 'expired' }])).toBe('');
    expect(suggestedKind('on_sale', [{ kind: 'expired' }])).toBe('');
    expect(suggestedKind(undefined, [])).toBe('');
  });
});

describe('reports of this device', () => {
  beforeEach(() => localStorage.clear());

  test('are kept, the newest first, and what is no report is left out', () => {
    const one = { violation: '7', key: 'ABCD', kind: 'price', at: '2026-11-26T10:00:00Z' };
    rememberReport(one);
    rememberReport({ ...one, violation: '8' });
    expect(sentReports().map((report) => report.violation)).toEqual(['8', '7']);
    localStorage.setItem('tamga.reports', '[{"violation":"9"},null]');
    expect(sentReports()).toEqual([]);
  });

  test('have an address in which the word stays in the browser', () => {
    const read = (place: string) => reportInAddress(new URL(place, 'https://here.example'));
    const place = placeOfReport({ violation: '7', key: 'ABCD' });
    expect(place.startsWith('/check/report#')).toBe(true);
    expect(read(place)).toEqual({ violation: '7', key: 'ABCD' });
    expect(read('/check/report#number= 7&word=abcd ')).toEqual({ violation: '7', key: 'ABCD' });
    expect(read('/violations/7?key=ABCD')).toEqual({ violation: '7', key: 'ABCD' });
    expect(read('/check/report')).toEqual({ violation: '', key: '' });
    expect(['/check/report', '/violations/7', '/check', '/violations'].map(isOfReport)).toEqual([true, true, false, false]);
  });
});
