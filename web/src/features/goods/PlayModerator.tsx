// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { queryClient } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

/** In a sandbox the owner of a card decides what the operator's moderator would. */
export function PlayModerator({ gtin }: { gtin: string }) {
  const t = useText();
  const [key] = useState(newKey);
  const publishing = useMutation({
    mutationFn: () =>
      call(api.POST('/api/v1/sandbox/cards/{gtin}/publication', { params: { path: { gtin }, header: { 'Idempotency-Key': key } } })),
    onSuccess: () => {
      toast(t('goods.published_now'));
      void queryClient.invalidateQueries();
    },
  });
  return (
    <div className="stack-tight">
      <p className="quiet">{t('goods.play_moderator_about')}</p>
      {publishing.error && <ErrorNotice error={publishing.error} />}
      <div>
        <Button look="main" isDisabled={publishing.isPending} onPress={() => publishing.mutate()}>
          {t('goods.play_moderator')}
        </Button>
      </div>
    </div>
  );
}
