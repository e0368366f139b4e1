// SPDX-License-Identifier: Apache-2.0
import { api, call } from './client';
import type { Schemas } from './queries';

/** What an archive of documents is narrowed by. */
export interface Term {
  kind?: string;
  status?: Schemas['DocumentStatus'];
  /** Tax number of the other side. */
  counterpart?: string;
  /** Days where the reader is, both included. */
  from?: string;
  until?: string;
  by_providers?: boolean;
}

/** When a day begins where the reader is; `days` later. */
function beginOf(day: string | undefined, days = 0): string | undefined {
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + days);
  return date.toISOString();
}

/** A page of documents, newest first. */
export function pageOfTerm({ kind, status, counterpart, from, until, by_providers }: Term, before: string | undefined, limit: number): Promise<Schemas['DocumentPage']> {
  const query = { kind: kind || undefined, status, counterpart: counterpart || undefined, from: beginOf(from), until: beginOf(until, 1), by_providers: by_providers || undefined, before, limit };
  return call(api.GET('/api/v1/documents', { params: { query } }));
}

const kPage = 500;
const kMostPages = 40;

/** All of them; `complete` is false where there are more than a report should hold. */
export async function allOfTerm(term: Term): Promise<{ documents: Schemas['JudgedDocument'][]; complete: boolean }> {
  const documents: Schemas['JudgedDocument'][] = [];
  let before: string | undefined;
  for (let page = 0; page < kMostPages; ++page) {
    const found = await pageOfTerm(term, before, kPage);
    documents.push(...found.documents);
    before = found.next ?? undefined;
    if (!before) break;
  }
  return { documents, complete: !before };
}
