// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { speak } from '@/api/client';
import { queryClient } from '@/api/queries';
import { localeOf, usePreferences, type Language } from '@/ui/preferences';

type Messages = Record<string, string>;

/** The texts of a language are loaded when somebody reads it. */
const loaders: Record<Language, () => Promise<{ messages: Messages }>> = {
  uz: () => import('@/texts/uz'),
  ru: () => import('@/texts/ru'),
  en: () => import('@/texts/en'),
};

/** The reader's language for our texts, those of React Aria, and what the system answers. */
export function Texts({ children }: { children: ReactNode }) {
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
  }, [language]);
  if (!loaded) return null;
  const locale = localeOf[loaded.language];
  return (
    <I18nProvider locale={locale}>
      <IntlProvider locale={locale} messages={loaded.messages}>
        {children}
      </IntlProvider>
    </I18nProvider>
  );
}
