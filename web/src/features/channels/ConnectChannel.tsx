// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { newKey } from '@/api/client';
import { queryClient, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { sendConfirmed } from '@/signing/documents';
import { useSigner } from '@/signing/signer';
import { Button } from '@/ui/Button';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormSelect, FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

/** Asks one of these operators for a connection; signed. */
export function ConnectChannel({ operators, isFirst }: { operators: readonly Schemas['ChannelOperator'][]; isFirst: boolean }) {
  const t = useText();
  const { sign } = useSigner();
  const [key, setKey] = useState(newKey);
  const form = useForm({ defaultValues: { operator: operators[0]?.code ?? '', requisite: '' } });
  const code = useWatch({ control: form.control, name: 'operator' });
  const chosen = operators.find((one) => one.code === code);
  const connecting = useMutation({
    mutationFn: ({ operator, requisite }: { operator: string; requisite: string }) => {
      const body: Schemas['ConnectChannel'] = {
        kind: 'connect_channel',
        channel: chosen?.kind ?? 'edo',
        operator,
        ...(chosen?.requisite ? { requisite: requisite.trim() } : {}),
      };
      return sendConfirmed<Schemas['Channel']>('/api/v1/channels', body, sign, key);
    },
    onSuccess: (channel) => toast(t(channel.state === 'active' ? 'channels.works' : 'channels.asked')),
    onError: (error) => showRefusal(form, error),
    onSettled: () => {
      setKey(newKey());
      void queryClient.invalidateQueries();
    },
  });
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit((fields) => connecting.mutate(fields))(event)}>
      <FormSelect
        control={form.control}
        name="operator"
        label={t('channels.operator')}
        choices={operators.map((one) => ({ id: one.code, name: one.name, about: one.built_in ? t('channels.built_in') : (one.url ?? undefined) }))}
      />
      {chosen?.requisite && (
        <FormText
          control={form.control}
          name="requisite"
          rules={{ required: t('channels.requisite_needed') }}
          label={chosen.requisite}
          mono
        />
      )}
      {connecting.error && !mistakesOf(form.formState.errors).length && <AgentNotice error={connecting.error} />}
      <div>
        <Button look={isFirst ? 'main' : undefined} type="submit" isDisabled={connecting.isPending}>
          {t('channels.connect')}
        </Button>
      </div>
    </form>
  );
}
