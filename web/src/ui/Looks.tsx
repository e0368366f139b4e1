// SPDX-License-Identifier: Apache-2.0
import { RadioGroup } from './choices';
import { usePreferences, type Preferences } from './preferences';
import { useText } from './text';

function Setting<K extends keyof Preferences>({ of, values }: { of: K; values: readonly Preferences[K][] }) {
  const t = useText();
  const { preferences, prefer } = usePreferences();
  return (
    <RadioGroup
      label={t(`ui.look.${of}`)}
      value={preferences[of]}
      onChange={(value) => prefer({ [of]: value })}
      choices={values.map((id) => ({ id, name: t(`ui.look.${of}.${id}`) }))}
    />
  );
}

export function Looks() {
  return (
    <>
      <Setting of="theme" values={['auto', 'light', 'dark']} />
      <Setting of="text" values={['normal', 'large', 'largest']} />
      <Setting of="contrast" values={['normal', 'high']} />
      <Setting of="density" values={['calm', 'dense']} />
    </>
  );
}
