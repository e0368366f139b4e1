// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useMay, type Schemas } from '@/api/queries';
import { useOnce } from '@/signing/intent';
import { useAddress, useGo } from '@/ui/address';
import { minorOf } from '@/ui/amount';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { showRefusal } from '@/ui/form';
import { FormSelect, FormText } from '@/ui/form_fields';
import { Dialog } from '@/ui/overlays';
import { useText } from '@/ui/text';
import { moneyText } from '@/ui/values';

const kSum = 'sum';

/** An invoice over a sum, or over exactly what a waiting order lacks. It is open at once where the address says how much. */
export function AskInvoice({ currency }: { currency: string }) {
  const t = useText();
  const [{ pay }, setAddress] = useAddress();
  const [open, setOpen] = useState(pay !== undefined);
  const close = () => {
    setOpen(false);
    if (pay !== undefined) setAddress({ pay: undefined });
  };
  return (
    <>
      <Button look="main" onPress={() => setOpen(true)}>
        {t('finance.ask_invoice')}
      </Button>
      <Dialog title={t('finance.ask_invoice')} isOpen={open} onClose={close}>
        <InvoiceForm currency={currency} amount={pay ?? ''} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function InvoiceForm({ currency, amount, onDone }: { currency: string; amount: string; onDone: () => void }) {
  const t = useText();
  const go = useGo();
  const may = useMay();
  const { locale } = useIntl();
  const orders = useQuery({
    queryKey: ['orders', 'awaiting_payment'],
    queryFn: () => call(api.GET('/api/v1/orders', { params: { query: { limit: 200 } } })),
    enabled: may('see_documents') || may('order_codes'),
  });
  const waiting = orders.data?.orders.filter((one) => one.status === 'awaiting_payment') ?? [];
  const form = useForm({ defaultValues: { over: kSum, amount } });
  const over = useWatch({ control: form.control, name: 'over' });
  const issue = useOnce(
    (body: Schemas['IssueInvoice'], header) => call(api.POST('/api/v1/invoices', { params: { header }, body })),
    {
      onDone: (invoice) => {
        onDone();
        go(`/finance/invoices?invoice=${invoice.invoice}`);
      },
      onRefused: (error) => showRefusal(form, error),
    },
  );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit((fields) =>
          issue.mutate(fields.over === kSum ? { amount: minorOf(fields.amount) } : { order: fields.over }),
        )(event)
      }
    >
      <FormSelect
        control={form.control}
        name="over"
        label={t('finance.invoice_over')}
        choices={[
          { id: kSum, name: t('finance.over_sum') },
          ...waiting.map((one) => ({
            id: one.order,
            name: t('finance.over_order', { order: one.order }),
            about: moneyText(one.needs, currency, locale),
          })),
        ]}
      />
      {over === kSum && (
        <FormText
          control={form.control}
          name="amount"
          rules={{ validate: (amount) => (minorOf(amount) ?? 0) > 0 || t('finance.amount_needed') }}
          label={t('finance.amount_in', { currency })}
          inputMode="decimal"
          mono
        />
      )}
      <p className="quiet small">{t('finance.invoice_next')}</p>
      {issue.error && <ErrorNotice error={issue.error} />}
      <div>
        <Button look="main" type="submit" isDisabled={issue.isPending}>
          {t('finance.ask_invoice')}
        </Button>
      </div>
    </form>
  );
}
