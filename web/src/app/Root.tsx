// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient } from '@/api/queries';
import { PreferencesProvider } from '@/ui/preferences';
import { makeRouter } from './router';
import { Texts } from './Texts';

/** Everything that every page stands on. */
export function Root() {
  const [router] = useState(makeRouter);
  return (
    <PreferencesProvider>
      <QueryClientProvider client={queryClient}>
        <Texts>
          <RouterProvider router={router} />
        </Texts>
      </QueryClientProvider>
    </PreferencesProvider>
  );
}
