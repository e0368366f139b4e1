// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

const kControls = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [role="row"]';

interface KeptFocus<E extends HTMLElement> {
  ref: RefObject<E | null>;
  onFocus: (event: FocusEvent<E>) => void;
}

/**
 * For a part of a page whose controls go when they are pressed: the focus, which would be lost, goes to what stands at
 * their place then. `candidates`: where it may go; without any of them, to the first control of the part.
 */
export function useKeptFocus<E extends HTMLElement>(candidates = kControls): KeptFocus<E> {
  const ref = useRef<E>(null);
  const held = useRef<{ element: Element; at: number }>(undefined);
  useEffect(() => {
    const lost = held.current;
    if (!lost || lost.element.isConnected) return;
    held.current = undefined;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const left = ref.current?.querySelectorAll<HTMLElement>(candidates) ?? [];
    const next = left[Math.max(0, Math.min(lost.at, left.length - 1))] ?? ref.current?.querySelector<HTMLElement>(kControls);
    next?.focus();
  });
  const onFocus = (event: FocusEvent<E>) => {
    const element = event.target as Element;
    const known = ref.current ? [...ref.current.querySelectorAll(candidates)] : [];
    held.current = { element, at: known.findIndex((one) => one.contains(element)) };
  };
  return { ref, onFocus };
}
