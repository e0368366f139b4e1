// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { newKey } from '@/api/client';
import { queryClient, type Schemas } from '@/api/queries';
import type { SavedForm } from '@/api/saved_form';
import { AgentNotice } from '@/signing/AgentNotice';
import { sendDocument } from '@/signing/documents';
import { useSigner } from '@/signing/signer';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal, useMending } from '@/ui/form';
import { SavedNote } from '@/ui/SavedNote';
import { Card, Steps } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { BasisStage } from './BasisStage';
import { documentOf, emptyOrder, stages, stageWith, type Fields } from './order_fields';
import { ProductsStage } from './ProductsStage';
import { ReviewStage } from './ReviewStage';

interface Props {
  before: Fields;
  saved: SavedForm<Fields>;
  groups: readonly Schemas['ProductGroup'][];
  places: readonly string[];
  principals: readonly Schemas['Mandate'][];
}

export function OrderForm({ before, saved, groups, places, principals }: Props) {
  const t = useText();
  const go = useGo();
  const { sign } = useSigner();
  const [stage, setStage] = useState(0);
  const [key, setKey] = useState(newKey);
  const form = useForm<Fields>({ defaultValues: before, shouldFocusError: false });
  useMending(form);
  const { keep } = saved;
  useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }), [form, keep]);
  const stageOf = (error: unknown) => {
    showRefusal(form, error);
    const wrong = stageWith(mistakesOf(form.formState.errors));
    if (wrong >= 0) setStage(wrong);
  };
  const sending = useMutation({
    mutationFn: (fields: Fields) => sendDocument(documentOf(fields), sign, key),
    onSuccess: async (judged) => {
      await saved.forget();
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
      void queryClient.invalidateQueries({ queryKey: ['account'] });
      toast(t('orders.sent'));
      go(judged.document ? `/orders/${judged.document}` : '/orders');
    },
    onError: (error) => {
      setKey(newKey());
      stageOf(error);
    },
  });
  const name = stages[stage]?.name ?? 'basis';
  const last = name === 'review';
  const goOn = async () => {
    const current = stages[stage];
    if (!current || !(await form.trigger(current.fields))) return;
    if (current.name === 'products' && !form.getValues('lines').length)
      return form.setError('lines', { type: 'system', message: t('orders.lines_needed') });
    setStage(stage + 1);
  };
  const startAnew = () => {
    form.reset(emptyOrder);
    setStage(0);
    void saved.forget();
  };
  const mistakes = mistakesOf(form.formState.errors);
  return (
    <Card>
      <div className="spread">
        <Steps label={t('orders.stages')} stages={stages.map((one) => t(`orders.stage.${one.name}`))} at={stage} />
        <span className="row">
          <SavedNote state={saved.state} />
          {(saved.before || saved.state !== 'untouched') && (
            <Button look="quiet" onPress={startAnew}>
              {t('orders.start_anew')}
            </Button>
          )}
        </span>
      </div>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.clearErrors();
          void (last ? form.handleSubmit((fields) => sending.mutate(fields))() : goOn());
        }}
      >
        <FormErrors errors={mistakes} />
        {name === 'basis' && <BasisStage form={form} groups={groups} places={places} principals={principals} />}
        {name === 'products' && <ProductsStage form={form} />}
        {name === 'review' && <ReviewStage fields={form.getValues()} groups={groups} onWrong={stageOf} />}
        {sending.error && !mistakes.length && <AgentNotice error={sending.error} />}
        <div className="row">
          {stage > 0 && <Button onPress={() => setStage(stage - 1)}>{t('orders.back')}</Button>}
          <Button look="main" type="submit" isDisabled={sending.isPending}>
            {t(last ? 'orders.sign' : 'orders.go_on')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
