// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { keepAttempt } from './portal_attempt';

/** Portals of the state that say who somebody is. They open a session to read; signing needs a key. */
export function Portals({ next }: { next: string | undefined }) {
  const t = useText();
  const list = useQuery({
    queryKey: ['identity-providers'],
    queryFn: () => call(api.GET('/api/v1/identity-providers')),
  });
  const begin = useMutation({
    mutationFn: async (provider: string) => {
      const begun = await call(api.POST('/api/v1/sign-in/external', { body: { provider, purpose: 'sign_in' } }));
      keepAttempt({ provider, handle: begun.handle, next });
      location.assign(begun.url);
    },
  });
  const portals = list.data?.providers.filter((one) => one.sign_in) ?? [];
  if (!portals.length) return null;
  return (
    <Card title={t('sign_in.portals')}>
      <p className="quiet">{t('sign_in.portals_about')}</p>
      {begin.error && <ErrorNotice error={begin.error} />}
      <div className="row">
        {portals.map((one) => (
          <Button key={one.code} isDisabled={begin.isPending} onPress={() => begin.mutate(one.code)}>
            {one.name}
          </Button>
        ))}
      </div>
    </Card>
  );
}
