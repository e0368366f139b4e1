// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keepPreference, preferencesQuery } from '@/api/preferences';
import { usePreferences, type Preferences } from '@/ui/preferences';

const kName = 'looks';

/** Language and looks follow a person to every computer: the system's are taken once, later changes are told to it. */
export function KeptLooks() {
  const { preferences, prefer } = usePreferences();
  const kept = useQuery(preferencesQuery).data;
  const known = useRef<string | null>(null);
  useEffect(() => {
    if (!kept) return;
    const now = JSON.stringify(preferences);
    if (known.current === null) {
      known.current = kept[kName] ?? now;
      if (kept[kName] && kept[kName] !== now) prefer(JSON.parse(kept[kName]) as Partial<Preferences>);
      return;
    }
    if (known.current === now) return;
    known.current = now;
    keepPreference(kName, now).catch(() => undefined);
  }, [kept, preferences, prefer]);
  return null;
}
