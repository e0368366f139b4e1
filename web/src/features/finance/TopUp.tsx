// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, call } from '@/api/client';
import { useOnce } from '@/signing/intent';
import { minorOf } from '@/ui/amount';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FormText } from '@/ui/form_fields';
import { Dialog } from '@/ui/overlays';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

/** Test money of a sandbox. */
export function TopUp({ currency }: { currency: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const form = useForm({ defaultValues: { amount: '1 000 000' } });
  const topUp = useOnce(
    (amount: number, header) => call(api.POST('/api/v1/account/top-up', { params: { header }, body: { amount } })),
    {
      onDone: () => {
        setOpen(false);
        toast(t('finance.topped_up'));
      },
    },
  );
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('finance.top_up')}</Button>
      <Dialog title={t('finance.top_up')} isOpen={open} onClose={() => setOpen(false)}>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => void form.handleSubmit(({ amount }) => topUp.mutate(minorOf(amount) ?? 0))(event)}
        >
          <p>{t('finance.top_up_about')}</p>
          <FormText
            control={form.control}
            name="amount"
            rules={{ validate: (amount) => (minorOf(amount) ?? 0) > 0 || t('finance.amount_needed') }}
            label={t('finance.amount_in', { currency })}
            inputMode="decimal"
            mono
          />
          {topUp.error && <ErrorNotice error={topUp.error} />}
          <div>
            <Button look="main" type="submit" isDisabled={topUp.isPending}>
              {t('finance.top_up')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
