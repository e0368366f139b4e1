// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from 'react';
import { Button } from './Button';
import { languageNames } from './language_names';
import { Menu, Popover } from './overlays';
import { languages, usePreferences } from './preferences';
import { Skeleton } from './surfaces';
import { useText } from './text';

const Looks = lazy(async () => ({ default: (await import('./Looks')).Looks }));

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
      <Suspense fallback={<Skeleton />}>
        <Looks />
      </Suspense>
    </Popover>
  );
}
