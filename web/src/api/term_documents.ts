// SPDX-License-Identifier: Apache-2.0
import { api, call } from './client';
import type { Schemas } from './queries';

type Judged = Schemas['JudgedDocument'];

export interface Term {
  kind?: string;
  /** Days where the reader is, both included. */
  from?: string;
  until?: string;
  by_providers?: boolean;
}

const kDayMs = 86_400_000;
const startOf = (day: string): number => new Date(`${day}T00:00:00`).getTime();

/** Numbers begin with the milliseconds of their moment: docs/formats/documents.md. */
export const numberAt = (ms: number): string => (BigInt(ms) << 20n).toString();

/** Documents of a term, newest first, a page at a time. What service providers sent is narrowed to a kind here. */
export async function pageOfTerm(term: Term, begin: string | undefined, limit: number): Promise<{ documents: Judged[]; next?: string }> {
  const before = begin ?? (term.until ? numberAt(startOf(term.until) + kDayMs) : undefined);
  const query = { kind: term.by_providers ? undefined : term.kind, by_providers: term.by_providers || undefined, before, limit };
  const { documents, next } = await call(api.GET('/api/v1/documents', { params: { query } }));
  const within = documents.filter((one) => !term.from || Date.parse(one.received_at) >= startOf(term.from));
  const more = next && within.length === documents.length ? next : undefined;
  return { documents: within.filter((one) => !term.kind || one.kind === term.kind), next: more };
}

const kPage = 500;
const kMostPages = 40;

/** All of them; `complete` is false where there are more than a browser should hold. */
export async function allOfTerm(term: Term): Promise<{ documents: Judged[]; complete: boolean }> {
  const documents: Judged[] = [];
  let next: string | undefined;
  for (let page = 0; page < kMostPages; ++page) {
    const found = await pageOfTerm(term, next, kPage);
    documents.push(...found.documents);
    next = found.next;
    if (!next) break;
  }
  return { documents, complete: !next };
}
