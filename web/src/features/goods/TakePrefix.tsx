// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { queryClient } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';

/** In a sandbox nobody is a member of GS1: the prefix that is kept for the company is one press away. */
export function TakePrefix() {
  const t = useText();
  const [key] = useState(newKey);
  const taking = useMutation({
    mutationFn: () => call(api.POST('/api/v1/sandbox/prefix', { params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['prefixes'] }),
  });
  return (
    <div className="stack-tight">
      <p className="quiet">{t('goods.sandbox_prefix_about')}</p>
      {taking.error && <ErrorNotice error={taking.error} />}
      <div>
        <Button look="main" isDisabled={taking.isPending} onPress={() => taking.mutate()}>
          {t('goods.sandbox_prefix')}
        </Button>
      </div>
    </div>
  );
}
