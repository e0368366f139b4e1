// SPDX-License-Identifier: Apache-2.0

const door = new EventTarget();

export const openPalette = (): void => void door.dispatchEvent(new Event('open'));

/** `onOpen` runs on Ctrl-K, on `/` outside of fields, and when a button asks. */
export function watchPaletteDoor(onOpen: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const writing = (event.target as HTMLElement).closest('input, textarea, [contenteditable]');
    const asked = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !writing);
    if (!asked) return;
    event.preventDefault();
    onOpen();
  };
  document.addEventListener('keydown', onKey);
  door.addEventListener('open', onOpen);
  return () => {
    document.removeEventListener('keydown', onKey);
    door.removeEventListener('open', onOpen);
  };
}
