// SPDX-License-Identifier: Apache-2.0

const door = new EventTarget();

/** `text`: what stands in the field already. */
export const openPalette = (text = ''): void => void door.dispatchEvent(new CustomEvent('open', { detail: text }));

/** `onOpen` runs on Ctrl-K, on `/` outside of fields, and when a button asks. */
export function watchPaletteDoor(onOpen: (text: string) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const writing = (event.target as HTMLElement).closest('input, textarea, [contenteditable]');
    const asked = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !writing);
    if (!asked) return;
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
