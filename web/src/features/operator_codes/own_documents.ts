// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages, type Listed } from '@/api/pages';
import type { Schemas } from '@/api/queries';

export type Judged = Schemas['JudgedDocument'];
const kPage = 100;

/** Documents of a kind that the operator sent, newest first. */
export function useOwnDocuments(kind: string): Listed<Schemas['DocumentPage'], Judged> {
  return usePages(
    ['documents', kind],
    (before: string | undefined) => call(api.GET('/api/v1/documents', { params: { query: { kind, limit: kPage, before } } })),
    (page) => page.documents,
  );
}
