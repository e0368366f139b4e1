// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { api, call } from '@/api/client';
import { queryClient } from '@/api/queries';
import { useSigner } from '@/signing/signer';
import { useGo } from '@/ui/address';

/** Ends the session, and forgets everything that was seen in it. */
export function useSignOut(): () => Promise<void> {
  const go = useGo();
  const { choose } = useSigner();
  return useCallback(async () => {
    await call(api.DELETE('/api/v1/session')).catch(() => undefined);
    choose(null);
    queryClient.clear();
    go('/');
  }, [go, choose]);
}
