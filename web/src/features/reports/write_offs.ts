// SPDX-License-Identifier: Apache-2.0
import { send } from '@/api/client';
import { problemOf } from '@/api/problem';
import { queryClient, type Schemas } from '@/api/queries';
import { allOfTerm, type Term } from '@/api/term_documents';

/** Kinds of documents by which codes leave for good, each with its reason. */
export const leavingKinds = ['drop_out', 'write_off', 'withdraw'] as const;

type Judged = Schemas['JudgedDocument'];

const kLongestReason = 400;
const kReason = /"reason"\s*:\s*("(?:[^"\\]|\\.)*")/;

/** Why, out of the bytes of a document. Lists of codes may be long: what stands behind the reason is not fetched. */
export async function reasonIn(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += read.value;
    const said = kReason.exec(text);
    if (said) {
      void reader.cancel();
      return JSON.parse(said[1] ?? '""') as string;
    }
    text = text.slice(-kLongestReason);
  }
  return '';
}

const reasonOf = (number: string): Promise<string> =>
  queryClient.fetchQuery({
    queryKey: ['document', number, 'reason'],
    queryFn: async () => {
      const response = await send(new Request(`/api/v1/documents/${number}/body`));
      if (!response.ok || !response.body) throw await problemOf(response);
      return reasonIn(response.body);
    },
    staleTime: Infinity,
  });

export interface ReasonRow {
  kind: string;
  reason: string;
  documents: number;
  codes: number;
}

export interface Leaving {
  documents: (Judged & { reason: string })[];
  complete: boolean;
}

const kAtOnce = 6;

/** Documents of the term by which something left, with their reasons. */
export async function readLeaving(term: Term): Promise<Leaving> {
  const found = await Promise.all(leavingKinds.filter((one) => !term.kind || one === term.kind).map((kind) => allOfTerm({ ...term, kind })));
  const good = found.flatMap((one) => one.documents).filter((one) => one.document && one.status !== 'rejected');
  const documents: Leaving['documents'] = [];
  for (let at = 0; at < good.length; at += kAtOnce) {
    const few = good.slice(at, at + kAtOnce);
    documents.push(...(await Promise.all(few.map(async (one) => ({ ...one, reason: await reasonOf(one.document ?? '') })))));
  }
  return { documents, complete: found.every((one) => one.complete) };
}

export function reasonRows(documents: Leaving['documents']): ReasonRow[] {
  const rows = new Map<string, ReasonRow>();
  for (const { kind, reason, accepted } of documents) {
    const key = `${kind} ${reason}`;
    const row = rows.get(key) ?? { kind, reason, documents: 0, codes: 0 };
    rows.set(key, { ...row, documents: row.documents + 1, codes: row.codes + accepted });
  }
  return [...rows.values()].sort((a, b) => b.codes - a.codes);
}
