// SPDX-License-Identifier: Apache-2.0
import { RadioGroup } from './choices';
import { Button } from './Button';
import { languageNames } from './language_names';
import { Menu, Popover } from './overlays';
import { languages, usePreferences, type Preferences } from './preferences';
import { useText } from './text';

export function LanguageSwitch() {
  const t = useText();
  const { preferences, prefer } = usePreferences();
  return (
    <Menu
      label={t('ui.language')}
      choices={languages.map((id) => ({ id, name: languageNames[id], onAction: () => prefer({ language: id }) }))}
    >
      <Button look="quiet">
        <span className="seen-by-readers">{t('ui.language')}: </span>
        <span className="on-wide">{languageNames[preferences.language]}</span>
        <span className="on-narrow">{preferences.language.toUpperCase()}</span>
        <span aria-hidden="true">▾</span>
      </Button>
    </Menu>
  );
}

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

/** Light, dark, contrast, size of letters: also what is called the version for the visually impaired. */
export function ThemeSwitch() {
  const t = useText();
  return (
    <Popover
      label={t('ui.look')}
      opener={
        <Button look="quiet" aria-label={`${t('ui.look.short')}: ${t('ui.look')}`}>
          <span aria-hidden="true">◐</span> <span className="on-wide">{t('ui.look.short')}</span>
        </Button>
      }
    >
      <Setting of="theme" values={['auto', 'light', 'dark']} />
      <Setting of="text" values={['normal', 'large', 'largest']} />
      <Setting of="contrast" values={['normal', 'high']} />
      <Setting of="density" values={['calm', 'dense']} />
    </Popover>
  );
}
