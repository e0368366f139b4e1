// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { localeOf, type Language } from '@/ui/preferences';
import { useMessages, type Messages } from './messages';

const loaders: Record<Language, () => Promise<{ messages: Messages }>> = {
  uz: () => import('@/texts/uz'),
  ru: () => import('@/texts/ru'),
  en: () => import('@/texts/en'),
};

/** The reader's language for our texts, those of React Aria, and what the system answers. */
export function Texts({ children }: { children: ReactNode }) {
  const loaded = useMessages(loaders);
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
