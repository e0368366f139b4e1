// SPDX-License-Identifier: Apache-2.0
import { useForm, useWatch } from 'react-hook-form';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { RadioGroup } from '@/ui/choices';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import type { Payment } from './Payments';

/** Whose an unclear payment is: of a participant, perhaps over an invoice of his, or it goes back. */
export function Propose({ payment }: { payment: Payment }) {
  const t = useText();
  const form = useForm({ defaultValues: { where: 'participant', tax_id: payment.known_payer ? payment.payer_tax_id : '', invoice: '' } });
  const where = useWatch({ control: form.control, name: 'where' });
  const propose = useConfirmed<Payment>({ onDone: () => toast(t('operator_payments.proposed')), onRefused: (error) => showRefusal(form, error) });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit((fields) => {
          const of = fields.where === 'participant' ? { tax_id: fields.tax_id.trim(), ...(fields.invoice.trim() ? { invoice: fields.invoice.trim() } : {}) } : {};
          const body: Schemas['ProposePayment'] = { kind: 'propose_payment', payment: payment.payment, ...of };
          propose.mutate({ path: `/api/v1/operator/payments/${payment.payment}/proposal`, body });
        })(event)
      }
    >
      <RadioGroup
        label={t('operator_payments.whose')}
        value={where}
        onChange={(value) => form.setValue('where', value)}
        choices={['participant', 'back'].map((id) => ({ id, name: t(`operator_payments.to.${id}`) }))}
      />
      {where === 'participant' && (
        <>
          <FormText control={form.control} name="tax_id" rules={{ required: t('operator_payments.tax_id_needed') }} label={t('operator_payments.participant_tax_id')} mono />
          <FormText control={form.control} name="invoice" label={t('operator_payments.invoice')} hint={t('operator_payments.invoice_hint')} mono />
        </>
      )}
      {propose.error && !mistakesOf(form.formState.errors).length && <AgentNotice error={propose.error} />}
      <div>
        <Button look="main" type="submit" isDisabled={propose.isPending}>
          {t('operator_payments.propose')}
        </Button>
      </div>
    </form>
  );
}
