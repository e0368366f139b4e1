// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMe } from '@/api/queries';
import { watchPaletteDoor } from '@/ui/palette_door';
import { FurtherTexts } from './Texts';

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }));

/** Loads the search when somebody wants it. */
export function PaletteDoor() {
  const me = useMe();
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => watchPaletteDoor(setAsked), []);
  if (!me || asked === null) return null;
  return (
    <FurtherTexts part="cabinet">
      <FurtherTexts part={me.participant.authority ? 'operator' : null}>
        <Suspense>
          <Palette asked={asked} onClose={() => setAsked(null)} />
        </Suspense>
      </FurtherTexts>
    </FurtherTexts>
  );
}
