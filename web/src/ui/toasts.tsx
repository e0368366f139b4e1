// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useEffect, useState } from 'react';

const ToastShelf = lazy(async () => ({ default: (await import('./ToastShelf')).ToastShelf }));
const told = new EventTarget();

/** Says for a few seconds that something was done. What has to be read goes into a notice instead. */
export const toast = (text: string): void => void told.dispatchEvent(new CustomEvent('toast', { detail: text }));

export function Toasts() {
  const [texts, setTexts] = useState<string[]>([]);
  useEffect(() => {
    const hear = (event: Event) => setTexts((before) => [...before, (event as CustomEvent<string>).detail]);
    told.addEventListener('toast', hear);
    return () => told.removeEventListener('toast', hear);
  }, []);
  return (
    texts.length > 0 && (
      <Suspense>
        <ToastShelf texts={texts} />
      </Suspense>
    )
  );
}
