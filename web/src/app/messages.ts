// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { speak } from '@/api/client';
import { queryClient } from '@/api/queries';
import { usePreferences, type Language } from '@/ui/preferences';

export type Messages = Record<string, string>;
export type Loaders = Record<Language, () => Promise<{ messages: Messages }>>;
export interface Loaded {
  language: Language;
  messages: Messages;
}

/** Texts of the reader's language, loaded when somebody reads it; those of another one stay until they have come. */
export function useLoaded(loaders: Loaders, onCome?: (language: Language) => void): Loaded | null {
  const { language } = usePreferences().preferences;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let current = true;
    void loaders[language]().then(({ messages }) => {
      if (!current) return;
      onCome?.(language);
      setLoaded({ language, messages });
    });
    return () => {
      current = false;
    };
  }, [language, loaders, onCome]);
  return loaded;
}

/** The same for the texts that are always there; what the system answers is in their language too. */
export function useMessages(loaders: Loaders): Loaded | null {
  // Before anything is asked for: a first answer that is on its way is not asked for again.
  const loaded = useLoaded(loaders, speak);
  const language = loaded?.language;
  useEffect(() => {
    if (!language) return;
    // Answers hold texts too: they are asked for again in the new language.
    void queryClient.invalidateQueries();
  }, [language]);
  return loaded;
}
