// SPDX-License-Identifier: Apache-2.0
import type { ButtonHTMLAttributes } from 'react';
import { languages, usePreferences, type Language, type Preferences } from './preferences';
import { languageNames } from './language_names';
import { useText } from './text';

// Controls of the browser itself, in our looks, for pages that must load fast on a slow line.

export interface PlainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'main' | 'plain' | 'quiet';
}

export function PlainButton({ look = 'plain', className = '', ...rest }: PlainButtonProps) {
  return <button type="button" {...rest} className={`button button-${look} ${className}`} />;
}

export function PlainLanguage() {
  const t = useText();
  const { preferences, prefer } = usePreferences();
  return (
    <select
      className="input plain-select"
      aria-label={t('ui.language')}
      value={preferences.language}
      onChange={(event) => prefer({ language: event.target.value as Language })}
    >
      {languages.map((id) => (
        <option key={id} value={id}>
          {languageNames[id]}
        </option>
      ))}
    </select>
  );
}

function Setting<K extends 'theme' | 'text' | 'contrast'>({ of, values }: { of: K; values: readonly Preferences[K][] }) {
  const t = useText();
  const { preferences, prefer } = usePreferences();
  return (
    <label className="field">
      <span>{t(`ui.look.${of}`)}</span>
      <select
        className="input"
        value={preferences[of]}
        onChange={(event) => prefer({ [of]: event.target.value as Preferences[K] })}
      >
        {values.map((id) => (
          <option key={id} value={id}>
            {t(`ui.look.${of}.${id}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Colours, size of letters, contrast: what is called the version for the visually impaired. */
export function PlainLook() {
  const t = useText();
  return (
    <details className="plain-look">
      <summary className="button button-quiet" aria-label={`${t('ui.look.short')}: ${t('ui.look')}`}>
        <span aria-hidden="true">◐</span> <span className="on-wide">{t('ui.look.short')}</span>
      </summary>
      <div className="popover popover-body">
        <Setting of="theme" values={['auto', 'light', 'dark']} />
        <Setting of="text" values={['normal', 'large', 'largest']} />
        <Setting of="contrast" values={['normal', 'high']} />
      </div>
    </details>
  );
}
