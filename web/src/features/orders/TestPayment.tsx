// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { useOnce } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';
import { Money } from '@/ui/values';

/** No bank stands behind a sandbox: what is lacking (in the smallest unit) comes at a press. */
export function TestPayment({ amount, currency }: { amount: number; currency: string }) {
  const t = useText();
  const paying = useOnce((sum: number, header) => call(api.POST('/api/v1/account/top-up', { params: { header }, body: { amount: sum } })));
  return (
    <>
      <p className="quiet">{t('orders.test_money_about')}</p>
      {paying.error && <ErrorNotice error={paying.error} />}
      <div>
        <Button look="main" isDisabled={paying.isPending} onPress={() => paying.mutate(amount)}>
          {t('orders.pay_with_test_money')} <Money minor={amount} currency={currency} />
        </Button>
      </div>
    </>
  );
}
