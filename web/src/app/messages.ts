// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { speak } from '@/api/client';
import { queryClient } from '@/api/queries';
import { usePreferences, type Language } from '@/ui/preferences';

export type Messages = Record<string, string>;
type Loaders = Record<Language, () => Promise<{ messages: Messages }>>;

/** The texts of the reader's language, loaded when somebody reads it; what the system answers is in it too. */
export function useMessages(loaders: Loaders): { language: Language; messages: Messages } | null {
  const { language } = usePreferences().preferences;
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages } | null>(null);
  useEffect(() => {
    let current = true;
    void loaders[language]().then(({ messages }) => {
      if (!current) return;
      speak(language);
      setLoaded({ language, messages });
      // Answers hold texts too: they are asked for again in the new language.
      void queryClient.invalidateQueries();
    });
    return () => {
      current = false;
    };
  }, [language, loaders]);
  return loaded;
}
