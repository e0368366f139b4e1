// SPDX-License-Identifier: Apache-2.0
import { useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, useIntl } from 'react-intl';
import { localeOf } from '@/ui/preferences';
import { Skeleton } from '@/ui/surfaces';
import { useLoaded, useMessages, type Loaders, type Messages } from './messages';

// Who only looks at the public pages loads their texts alone.
const kPublic: Loaders = {
  uz: () => import('@/texts/uz/public'),
  ru: () => import('@/texts/ru/public'),
  en: () => import('@/texts/en/public'),
};
const kFurther: Record<'cabinet' | 'operator' | 'words', Loaders> = {
  cabinet: {
    uz: () => import('@/texts/uz/cabinet'),
    ru: () => import('@/texts/ru/cabinet'),
    en: () => import('@/texts/en/cabinet'),
  },
  operator: {
    uz: () => import('@/texts/uz/operator'),
    ru: () => import('@/texts/ru/operator'),
    en: () => import('@/texts/en/operator'),
  },
  words: {
    uz: () => import('@/texts/uz/words'),
    ru: () => import('@/texts/ru/words'),
    en: () => import('@/texts/en/words'),
  },
};

/** The reader's language for our texts, those of React Aria, and what the system answers. */
export function Texts({ children }: { children: ReactNode }) {
  const loaded = useMessages(kPublic);
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

interface Props {
  part: keyof typeof kFurther | null;
  children: ReactNode;
}

/** Texts beside those that are there already. */
export function FurtherTexts({ part, children }: Props) {
  return part ? <Further loaders={kFurther[part]}>{children}</Further> : children;
}

function Further({ loaders, children }: { loaders: Loaders; children: ReactNode }) {
  const { locale, messages: known } = useIntl();
  const loaded = useLoaded(loaders);
  const messages = useMemo(() => ({ ...(known as Messages), ...loaded?.messages }), [known, loaded]);
  if (!loaded) return <Skeleton />;
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
