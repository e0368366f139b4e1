// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { queryClient } from '@/api/queries';
import { localeOf, PreferencesProvider, type Language } from '@/ui/preferences';
import { CheckFrame } from './CheckFrame';
import { useMessages, type Messages } from './messages';

const loaders: Record<Language, () => Promise<{ messages: Messages }>> = {
  uz: () => import('@/texts/uz/of_check'),
  ru: () => import('@/texts/ru/of_check'),
  en: () => import('@/texts/en/of_check'),
};

/** The check of a code alone. */
export function open(place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <PreferencesProvider>
        <QueryClientProvider client={queryClient}>
          <Page />
        </QueryClientProvider>
      </PreferencesProvider>
    </StrictMode>,
  );
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('/offline_check.js').catch(() => undefined);
}

function Page() {
  const loaded = useMessages(loaders);
  if (!loaded) return null;
  return (
    <IntlProvider locale={localeOf[loaded.language]} messages={loaded.messages}>
      <CheckFrame />
    </IntlProvider>
  );
}
