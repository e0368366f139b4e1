// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test, vi } from 'vitest';
import { allOfTerm, pageOfTerm } from './term_documents';

const asked: URL[] = [];
/** Answers of the system, one after another; what it was asked is kept. */
function answers(...pages: object[]): void {
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url));
    return Promise.resolve(Response.json(pages.shift() ?? { documents: [] }));
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});
const startOf = (day: string) => new Date(`${day}T00:00:00`).toISOString();

test('an archive is narrowed by the system: days of the reader, both included', async () => {
  answers();
  await pageOfTerm({ kind: 'ship', status: 'rejected', from: '2026-11-01', until: '2026-11-30', by_providers: true }, '7', 50);
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    kind: 'ship',
    status: 'rejected',
    from: startOf('2026-11-01'),
    until: startOf('2026-12-01'),
    by_providers: 'true',
    before: '7',
    limit: '50',
  });
});

test('what is not said is not asked, and no day is no filter', async () => {
  answers();
  await pageOfTerm({ kind: '', from: 'soon', by_providers: false }, undefined, 50);
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({ limit: '50' });
});

test('a report has every page', async () => {
  answers({ documents: [{ document: '9' }], next: '9' }, { documents: [{ document: '3' }] });
  expect(await allOfTerm({ kind: 'ship' })).toEqual({ documents: [{ document: '9' }, { document: '3' }], complete: true });
  expect(asked.map((one) => one.searchParams.get('before'))).toEqual([null, '9']);
});
