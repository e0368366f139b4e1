// SPDX-License-Identifier: Apache-2.0
import { latinKey } from './latin_key';

const door = new EventTarget();

/** `text`: what stands in the field already. */
export const openPalette = (text = ''): void => void door.dispatchEvent(new CustomEvent('open', { detail: text }));

/** `onOpen` runs on Ctrl-K and when a button or another key asks. */
export function watchPaletteDoor(onOpen: (text: string) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || latinKey(event) !== 'k') return;
    event.preventDefault();
    onOpen('');
  };
  const onAsked = (event: Event) => onOpen((event as CustomEvent<string>).detail);
  document.addEventListener('keydown', onKey);
  door.addEventListener('open', onAsked);
  return () => {
    document.removeEventListener('keydown', onKey);
    door.removeEventListener('open', onAsked);
  };
}
