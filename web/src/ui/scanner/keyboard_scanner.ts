// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';

const kFastMs = 60;
const kShortest = 8;

/** What a scanner types: fast, and with Enter at its end. Between the parts of a code it sends GS as Ctrl+]. */
export class Burst {
  private text = '';
  private last = 0;

  /** The text when this key ends it. */
  take(key: string, control: boolean, at: number): string | null {
    const fast = at - this.last < kFastMs;
    this.last = at;
    if (key === 'Enter' || key === 'Tab') {
      const whole = fast ? this.text : '';
      this.text = '';
      return whole.length >= kShortest ? whole : null;
    }
    const sign = control && key === ']' ? '\u001d' : key;
    if (sign.length !== 1 || (control && sign !== '\u001d')) return null;
    this.text = fast ? this.text + sign : sign;
    return null;
  }
}

const isField = (at: EventTarget | null): boolean => at instanceof HTMLElement && at.matches('input, textarea, select, [contenteditable]');

/** A scanner that works as a keyboard is heard wherever one is on the page; in a field it types as usual. */
export function useKeyboardScanner(onText: (text: string) => void): void {
  const tell = useRef(onText);
  useEffect(() => {
    tell.current = onText;
  }, [onText]);
  useEffect(() => {
    const burst = new Burst();
    const hear = (event: KeyboardEvent) => {
      if (isField(event.target)) return;
      const text = burst.take(event.key, event.ctrlKey, event.timeStamp);
      if (text === null) return;
      event.preventDefault();
      tell.current(text);
    };
    addEventListener('keydown', hear, true);
    return () => removeEventListener('keydown', hear, true);
  }, []);
}
