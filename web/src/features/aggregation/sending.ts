// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ProblemError, SilentError } from '@/api/problem';
import { useSigner } from '@/signing/signer';
import { signDocument, submitSigned } from '@/signing/verdict';
import type { PackingDesk } from './desk';
import type { ClosedBox } from './store';

const kAgainMs = 5_000;
/** One window of the browser sends. */
const kLock = 'tamga.packing';

function watchLine(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
export const useOnline = (): boolean => useSyncExternalStore(watchLine, () => navigator.onLine);

type Sign = ReturnType<typeof useSigner>['sign'];

/** Sends one box; what the system says is kept with it. Throws when there was no answer, or nobody signed. */
async function send(desk: PackingDesk, box: ClosedBox, sign: Sign): Promise<void> {
  let signed = box.signed;
  if (!signed) {
    const document = { kind: 'aggregate', packages: [{ package: box.label, codes: box.units }] };
    const { bytes, signature } = await signDocument(document, sign, box.id);
    signed = { bytes, signature };
    // Kept before it leaves: the same bytes under the same key are judged once.
    await desk.settle(box.id, { signed });
  }
  const verdict = await submitSigned({ ...signed, key: box.id });
  if (verdict.status === 'rejected')
    await desk.settle(box.id, {
      state: 'refused',
      document: verdict.document ?? undefined,
      why: [...verdict.objections, ...verdict.items].slice(0, 20).map((one) => ({ title: one.code ? `${one.title} · ${one.code}` : one.title, remedy: one.remedy, code: one.error })),
    });
  else await desk.settle(box.id, { state: 'sent', document: verdict.document ?? undefined, signed: undefined });
}

/** Sends closed boxes in their order, as long as there are a key and a line. */
export function useSending(desk: PackingDesk): { waiting: number; error: unknown; hasKey: boolean; begin: () => Promise<void> } {
  const { boxes } = useSyncExternalStore(desk.subscribe, desk.look);
  const { signer, sign } = useSigner();
  const online = useOnline();
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  // The key that was chosen for the first box signs the next ones.
  const latest = useRef(sign);
  useEffect(() => {
    latest.current = sign;
  }, [sign]);
  const waiting = boxes.filter((one) => one.state === 'waiting').length;

  const begin = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      await navigator.locks.request(kLock, { ifAvailable: true }, async (lock) => {
        while (lock) {
          const box = desk.look().boxes.find((one) => one.state === 'waiting');
          if (!box) return;
          await send(desk, box, latest.current);
          setError(null);
        }
      });
    } catch (failure) {
      setError(failure);
      // What the system cannot even read will not become better by waiting.
      const box = desk.look().boxes.find((one) => one.state === 'waiting');
      if (box && failure instanceof ProblemError && failure.problem.status >= 400 && failure.problem.status < 500 && ![401, 403, 408, 429].includes(failure.problem.status))
        await desk.settle(box.id, { state: 'refused', why: failure.items.map(({ title, remedy, code }) => ({ title, remedy, code })) });
    } finally {
      busy.current = false;
    }
  }, [desk]);

  useEffect(() => {
    if (!signer || !online || !waiting) return;
    const first = setTimeout(() => void begin(), 0);
    const again = setInterval(() => void begin(), kAgainMs);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [signer, online, waiting, begin]);
  return { waiting, error: error instanceof SilentError ? null : error, hasKey: Boolean(signer), begin };
}
