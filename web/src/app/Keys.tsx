// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useEffect, useState } from 'react';
import { latinKey } from '@/ui/latin_key';
import { openPalette } from '@/ui/palette_door';
import { usePreferences } from '@/ui/preferences';
import { enterList } from '@/ui/row_keys';
import { watchKeysDoor } from './keys_door';

const KeyList = lazy(async () => ({ default: (await import('./KeyList')).KeyList }));

const kFields = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"]';
/** Nobody types a letter every 50 ms: that is a scanner. */
const kBurstMs = 50;

/** Keys of one letter that work on every page, outside of fields: search, rows of a list, the list of the keys. */
export function Keys() {
  const letters = usePreferences().preferences.keys === 'on';
  const [listed, setListed] = useState(false);
  useEffect(() => watchKeysDoor(() => setListed(true)), []);
  useEffect(() => {
    if (!letters) return;
    let last = 0;
    const ways: Record<string, () => void> = {
      '/': () => openPalette(),
      '?': () => setListed(true),
      j: enterList,
      k: enterList,
    };
    const hear = (event: KeyboardEvent) => {
      const quick = event.timeStamp - last < kBurstMs;
      last = event.timeStamp;
      if (quick || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const way = ways[latinKey(event)];
      if (!way || (event.target as HTMLElement).closest(kFields)) return;
      event.preventDefault();
      way();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [letters]);
  return (
    listed && (
      <Suspense>
        <KeyList onClose={() => setListed(false)} />
      </Suspense>
    )
  );
}
