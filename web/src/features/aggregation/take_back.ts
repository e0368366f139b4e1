// SPDX-License-Identifier: Apache-2.0
import { latinKey } from '@/ui/latin_key';

/** Ctrl+Z on any keyboard; where something is typed it belongs to what is typed, and over the page to nobody. */
export function takesBack(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || latinKey(event).toLowerCase() !== 'z') return false;
  const at = event.target instanceof Element ? event.target : null;
  return !at?.closest('input, textarea, [contenteditable="true"], [role="dialog"]');
}
