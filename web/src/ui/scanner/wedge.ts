// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef } from 'react';

const kGs = '\u001d';
/** Nobody types a character every 50 ms. */
const kBurstMs = 50;
const kShortest = 8;

/** A scanner that plays keyboard: keys in quick succession, ended by Enter or Tab. Told keys, it gives the text of a scan. */
export class Burst {
  private text = '';
  private last = 0;

  /** `at`: milliseconds. The text when this key ends a scan, otherwise null. */
  key(key: string, held: { ctrl: boolean; alt: boolean }, at: number): string | null {
    const quick = at - this.last < kBurstMs;
    if (key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'CapsLock') return null;
    const before = quick ? this.text : '';
    this.last = at;
    if (key === 'Enter' || key === 'Tab') {
      this.text = '';
      return before.length >= kShortest ? before : null;
    }
    const character = characterOf(key, held);
    this.text = character === null ? '' : before + character;
    return null;
  }

  /** Several keys came in one burst: a scan is under way. */
  get running(): boolean {
    return this.text.length > 2;
  }
}

/** Scanners send the separator GS as Ctrl+], as F8, or as the character itself. */
function characterOf(key: string, { ctrl, alt }: { ctrl: boolean; alt: boolean }): string | null {
  if ((ctrl && key === ']') || key === 'F8' || key === kGs) return kGs;
  if (ctrl || alt) return null;
  return key.length === 1 ? key : null;
}

/** Cyrillic letters in a scan: the keyboard of the workplace is switched to another layout. */
export const hasWrongLayout = (text: string): boolean => /[\u0400-\u04ff]/.test(text);

/** Hears a scanner wherever the focus is, but in fields that are typed into. */
export function useWedge(onScan: (text: string) => void, active = true): void {
  const told = useRef(onScan);
  useEffect(() => {
    told.current = onScan;
  });
  // Before the page is seen: what is scanned at the first sight of it is heard.
  useLayoutEffect(() => {
    if (!active) return;
    const burst = new Burst();
    const hear = (event: KeyboardEvent) => {
      const field = event.target as HTMLElement | null;
      if (field?.closest?.('input, textarea, [contenteditable="true"]')) return;
      const text = burst.key(event.key, { ctrl: event.ctrlKey, alt: event.altKey }, event.timeStamp);
      // Keys of a scan press no buttons and scroll nothing.
      if (text !== null || burst.running) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (text !== null) told.current(text);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [active]);
}
