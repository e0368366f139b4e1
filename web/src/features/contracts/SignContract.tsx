// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, call, fetchBytes, newKey } from '@/api/client';
import { queryClient, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigner } from '@/signing/signer';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/choices';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

/** The head agrees and signs. What is signed is the manifest, which names the bytes of every text. */
export function SignContract({ detail }: { detail: Schemas['ContractDetail'] }) {
  const t = useText();
  const { sign } = useSigner();
  const [agreed, setAgreed] = useState(false);
  const [key] = useState(newKey);
  const { contract } = detail.contract;
  const state = detail.contract.state;
  useEffect(() => {
    if (state !== 'ready') return;
    void call(
      api.POST('/api/v1/contracts/{contract}/opened', {
        params: { path: { contract }, header: { 'Idempotency-Key': `opened ${contract}` } },
      }),
    ).catch(() => undefined);
  }, [contract, state]);
  const signing = useMutation({
    mutationFn: async () => {
      const manifest = await fetchBytes(`/api/v1/contracts/${contract}/manifest`);
      const signature = await sign(manifest, 'detached');
      return call(
        api.POST('/api/v1/contracts/{contract}/signature', {
          params: { path: { contract }, header: { 'Idempotency-Key': key } },
          body: { consent: detail.consent, signature },
        }),
      );
    },
    onSuccess: (signed) => {
      toast(t('contracts.signed', { state: signed.state_name }));
      void queryClient.invalidateQueries();
    },
  });
  return (
    <Card title={t('contracts.sign_title')}>
      <p>{detail.letter}</p>
      <p className="small quiet">
        {t('contracts.what_is_signed')} <span className="mono">SHA-256 {detail.manifest_sha256}</span>
      </p>
      <Checkbox isSelected={agreed} onChange={setAgreed}>
        {detail.consent_text}
      </Checkbox>
      {signing.error && <AgentNotice error={signing.error} />}
      <div>
        <Button look="main" isDisabled={!agreed || signing.isPending} onPress={() => signing.mutate()}>
          {t('contracts.sign')}
        </Button>
      </div>
    </Card>
  );
}
