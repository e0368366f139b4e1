// SPDX-License-Identifier: Apache-2.0
import { useForm, useWatch } from 'react-hook-form';
import type { Schemas } from '@/api/queries';
import { useKeptForm } from '@/api/saved_form';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { minorOf, typedOf } from '@/ui/amount';
import { Button } from '@/ui/Button';
import { dayFromToday } from '@/ui/days';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormCheck, FormDate, FormSelect, FormText, FormTextArea } from '@/ui/form_fields';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

const kModes = ['as_it_is', 'pilot', 'mandatory'] as const;
const kMoments = ['order', 'emission', 'application', 'introduction', 'choice', 'none'] as const;

interface Props {
  group: string;
  currency: string;
  /** The last one that is known: what the form begins with. */
  tariff: Schemas['GroupTariff'] | undefined;
}

/** Mode and tariff from a day after today; signed, seen by everybody. */
export function AmendGroup({ group, currency, tariff }: Props) {
  const t = useText();
  const form = useForm({
    defaultValues: {
      from: dayFromToday(1),
      mode: 'as_it_is',
      changes_tariff: false,
      price: typedOf(tariff?.price_minor ?? 0),
      vat_included: tariff?.vat_included ?? false,
      charge_at: tariff?.charge_at ?? 'emission',
      reason: '',
    },
    shouldFocusError: false,
  });
  const kept = useKeptForm(`amend_group.${group}`, 'amend_group', form);
  const changesTariff = useWatch({ control: form.control, name: 'changes_tariff' });
  const amend = useConfirmed<Schemas['GroupDecision']>({
    onDone: () => {
      toast(t('operator_groups.amended'));
      form.reset();
      kept.forget();
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  const send = form.handleSubmit((fields) => {
    const body: Schemas['AmendGroupBody'] = {
      kind: 'amend_group',
      group,
      from: fields.from,
      reason: fields.reason.trim(),
      ...(fields.mode === 'as_it_is' ? {} : { mode: fields.mode as Schemas['GroupMode'] }),
      ...(fields.changes_tariff
        ? {
            tariff: {
              price_minor: minorOf(fields.price) ?? 0,
              vat_included: fields.vat_included,
              charge_at: fields.charge_at as Schemas['ChargeAt'],
              ...(tariff?.free_package_types ? { free_package_types: tariff.free_package_types } : {}),
            },
          }
        : {}),
    };
    amend.mutate({ path: '/api/v1/operator/group-terms', body });
  });
  return (
    <Card title={t('operator_groups.amend')}>
      <form className="stack" noValidate onSubmit={(event) => void send(event)}>
        <FormErrors errors={mistakes} />
        <FormDate control={form.control} name="from" rules={{ required: t('operator_groups.needed') }} label={t('operator_groups.from_day')} hint={t('operator_groups.from_hint')} />
        <FormSelect control={form.control} name="mode" label={t('operator_groups.mode')} choices={kModes.map((id) => ({ id, name: t(`operator_groups.mode.${id}`) }))} />
        <FormCheck control={form.control} name="changes_tariff">
          {t('operator_groups.changes_tariff')}
        </FormCheck>
        {changesTariff && (
          <>
            <FormText
              control={form.control}
              name="price"
              rules={{ validate: (price) => minorOf(String(price)) !== null || t('operator_groups.price_needed') }}
              label={t('operator_groups.price', { currency })}
              inputMode="decimal"
              mono
            />
            <FormCheck control={form.control} name="vat_included">
              {t('operator_groups.vat_included')}
            </FormCheck>
            <FormSelect control={form.control} name="charge_at" label={t('operator_groups.charge_at')} choices={kMoments.map((id) => ({ id, name: t(`operator_groups.charge.${id}`) }))} />
          </>
        )}
        <FormTextArea control={form.control} name="reason" rules={{ required: t('operator_groups.needed') }} label={t('operator_groups.reason')} hint={t('operator_groups.reason_hint')} rows={2} />
        {amend.error && !mistakes.length && <AgentNotice error={amend.error} />}
        <div>
          <Button look="main" type="submit" isDisabled={amend.isPending || !kept.ready}>
            {t('operator_groups.sign')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
