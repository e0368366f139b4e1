// SPDX-License-Identifier: Apache-2.0
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

export const languages = ['uz', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** How somebody wants to see the cabinet. Kept in the browser: it concerns nobody else. */
export interface Preferences {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  contrast: 'normal' | 'high';
  density: 'calm' | 'dense';
  text: 'normal' | 'large' | 'largest';
  /** Keys of one letter: whoever speaks to the computer may be heard as letters. */
  keys: 'on' | 'off';
}

const kKey = 'tamga.preferences';

/** What the browser asks for, in the order of its wishes. */
export function wishedLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const found = languages.find((one) => wish.toLowerCase().split('-')[0] === one);
    if (found) return found;
  }
  return 'en';
}

function remembered(): Preferences {
  const usual: Preferences = {
    language: wishedLanguage(navigator.languages),
    theme: 'auto',
    contrast: 'normal',
    density: 'calm',
    text: 'normal',
    keys: 'on',
  };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(kKey) ?? '{}') as Partial<Preferences>) };
  } catch {
    return usual;
  }
}

const kNight = matchMedia('(prefers-color-scheme: dark)');
function watchNight(changed: () => void): () => void {
  kNight.addEventListener('change', changed);
  return () => kNight.removeEventListener('change', changed);
}

interface Shared {
  preferences: Preferences;
  prefer(changes: Partial<Preferences>): void;
}
const Context = createContext<Shared | null>(null);

export function usePreferences(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error('outside of PreferencesProvider');
  return shared;
}

/** Locale of numbers and dates: English with the day first, Uzbek in Latin letters. */
export const localeOf = { uz: 'uz-Latn-UZ', ru: 'ru-RU', en: 'en-GB' } as const;

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(remembered);
  const night = useSyncExternalStore(watchNight, () => kNight.matches);
  const prefer = useCallback((changes: Partial<Preferences>) => {
    setPreferences((before) => ({ ...before, ...changes }));
  }, []);
  useEffect(() => {
    localStorage.setItem(kKey, JSON.stringify(preferences));
    const { dataset } = document.documentElement;
    dataset.theme = preferences.theme === 'auto' ? (night ? 'dark' : 'light') : preferences.theme;
    dataset.contrast = preferences.contrast;
    dataset.density = preferences.density;
    dataset.text = preferences.text;
    document.documentElement.lang = preferences.language === 'uz' ? 'uz-Latn' : preferences.language;
  }, [preferences, night]);
  const shared = useMemo(() => ({ preferences, prefer }), [preferences, prefer]);
  return <Context value={shared}>{children}</Context>;
}
