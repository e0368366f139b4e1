// SPDX-License-Identifier: Apache-2.0
import { send } from './client';
import type { WorkInHand } from './long_work';
import { problemOf } from './problem';

/** What the system sends as a file, whole in memory: for pictures and files of a moderate size. */
export async function fetchFile(path: string, inHand?: WorkInHand): Promise<{ file: Blob; name: string | null }> {
  const response = await send(new Request(path, { signal: inHand?.signal }));
  if (!response.ok) throw await problemOf(response);
  const said = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
  const size = Number(response.headers.get('Content-Length'));
  const counted = inHand && size ? new Response(response.body?.pipeThrough(counting(size, inHand.tell)), response) : response;
  return { file: await counted.blob(), name: said?.[1] ?? null };
}

function counting(size: number, tell: (done: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let come = 0;
  return new TransformStream({
    transform(piece, out) {
      come += piece.length;
      tell(Math.min(1, come / size));
      out.enqueue(piece);
    },
  });
}

/** Gives a file to the browser to be kept. `name`: where the system says none. */
export async function saveFile(path: string, name: string, inHand?: WorkInHand): Promise<void> {
  const fetched = await fetchFile(path, inHand);
  keepAs(fetched.file, fetched.name ?? name);
}

export function keepAs(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The address of a call with those of its values that are said. */
export function pathWith(path: string, values: Record<string, string | number | boolean | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
