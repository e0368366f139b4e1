// SPDX-License-Identifier: Apache-2.0
import { useForm, useWatch } from 'react-hook-form';
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useKeptForm } from '@/api/saved_form';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormDate, FormText, FormTextArea } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

const kGtin = /^\d{8,14}$/;

/** Which goods, why, and what a shop and a buyer shall do. */
export function DeclareRecall({ onDone }: { onDone: () => void }) {
  const t = useText();
  const form = useForm({
    defaultValues: { gtin: '', batch: '', produced_from: '', produced_to: '', reason: '', instruction: '' },
    shouldFocusError: false,
  });
  const kept = useKeptForm('recall', 'recall', form);
  const gtin = useWatch({ control: form.control, name: 'gtin' }).trim();
  const goods = useQuery({
    queryKey: ['catalogue', gtin],
    queryFn: () => call(api.GET('/api/v1/catalogue/{gtin}', { params: { path: { gtin } } })),
    enabled: kGtin.test(gtin),
    retry: false,
  });
  const declare = useDocument({
    onDone: () => {
      kept.forget();
      toast(t('operator_codes.declared'));
      onDone();
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  const needed = { required: t('operator_codes.needed') };
  const send = form.handleSubmit((fields) => {
    const written = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
    declare.mutate({ kind: 'recall', ...written, gtin });
  });
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <FormErrors errors={mistakes} />
      <FormText control={form.control} name="gtin" rules={needed} label="GTIN" hint={goods.data?.product.name ?? t('operator_codes.gtin_hint')} mono inputMode="numeric" />
      <FormText control={form.control} name="batch" label={t('operator_codes.batch')} hint={t('operator_codes.batch_hint')} />
      <FormDate control={form.control} name="produced_from" label={t('operator_codes.produced_from')} />
      <FormDate control={form.control} name="produced_to" label={t('operator_codes.produced_to')} />
      <FormTextArea control={form.control} name="reason" rules={needed} label={t('operator_codes.why')} rows={2} />
      <FormTextArea control={form.control} name="instruction" rules={needed} label={t('operator_codes.instruction')} hint={t('operator_codes.instruction_hint')} rows={3} />
      {declare.error && !mistakes.length && <AgentNotice error={declare.error} />}
      <div>
        <Button look="danger" type="submit" isDisabled={declare.isPending || !kept.ready}>
          {t('operator_codes.sign_recall')}
        </Button>
      </div>
    </form>
  );
}
