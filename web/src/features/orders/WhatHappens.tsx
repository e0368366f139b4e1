// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { saveFile } from '@/api/files';
import { queryClient, useMe, useSystem } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/surfaces';
import { useRichText, useText } from '@/ui/text';
import { Day, Moment, Money } from '@/ui/values';
import type { Order } from './order_state';
import { TestPayment } from './TestPayment';

/** What an order waits for, why there are no codes, and what to do. */
export function WhatHappens({ order }: { order: Order }) {
  const t = useText();
  const rich = useRichText();
  const me = useMe();
  if (order.status === 'awaiting_payment')
    return (
      <Notice tone="warn">
        <strong>{t('orders.waits_for_payment')}</strong>
        <p>{t('orders.waits_for_payment_about')}</p>
        {me?.rights.includes('finance') ? <Payment order={order} /> : <p>{t('orders.finance_needed')}</p>}
      </Notice>
    );
  if (order.status === 'queued')
    return (
      <Notice tone="main">
        <strong>{t('orders.waits_in_queue')}</strong>
        <p>{t('orders.waits_in_queue_about')}</p>
        {order.expected_at && <p>{rich('orders.expected', { at: <Moment key="at" at={order.expected_at} /> })}</p>}
        <ButtonLink href="/orders?status=ready">{t('orders.show_open')}</ButtonLink>
      </Notice>
    );
  if (order.status === 'declined')
    return (
      <Notice tone="bad">
        <strong>{t('orders.was_declined')}</strong>
        <ul>
          {order.declined.map((reason) => (
            <li key={`${reason.code}${reason.pointer ?? ''}`}>
              {reason.title} {reason.remedy} <span className="mono small">{reason.code}</span>
            </li>
          ))}
        </ul>
        <ButtonLink href={`/orders/new?repeat=${order.order}`}>{t('orders.order_anew')}</ButtonLink>
      </Notice>
    );
  if (order.status === 'ready') return <Notice tone="good">{t('orders.is_ready')}</Notice>;
  return null;
}

const kLatest = 100;

/** Funds, what is lacking, an invoice over it. */
function Payment({ order }: { order: Order }) {
  const t = useText();
  const rich = useRichText();
  const currency = useSystem()?.currency ?? '';
  const [key] = useState(newKey);
  const account = useQuery({ queryKey: ['account'], queryFn: () => call(api.GET('/api/v1/account')) });
  const invoices = useQuery({
    queryKey: ['invoices'],
    queryFn: () => call(api.GET('/api/v1/invoices', { params: { query: { limit: kLatest } } })),
  });
  const making = useMutation({
    mutationFn: () =>
      call(api.POST('/api/v1/invoices', { params: { header: { 'Idempotency-Key': key } }, body: { order: order.order } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invoices'] }),
  });
  const saving = useMutation({
    mutationFn: (invoice: { invoice: string; number: string }) =>
      saveFile(`/api/v1/invoices/${encodeURIComponent(invoice.invoice)}/pdf`, `${invoice.number}.pdf`),
  });
  const invoice = invoices.data?.invoices.find((one) => one.order === order.order && one.state !== 'cancelled');
  const error = making.error ?? saving.error;
  return (
    <>
      <p>
        {rich('orders.needs_of_funds', {
          needs: <Money key="needs" minor={order.needs} currency={currency} />,
          funds: <Money key="funds" minor={account.data?.funds ?? 0} currency={currency} />,
        })}
      </p>
      {account.data?.test_money && order.needs > account.data.funds && (
        <TestPayment amount={order.needs - account.data.funds} currency={currency} />
      )}
      {error && <ErrorNotice error={error} />}
      {invoice ? (
        <>
          <p>
            {rich('orders.invoice_of', {
              number: <span key="number" className="mono">{invoice.number}</span>,
              amount: <Money key="amount" minor={invoice.amount} currency={currency} />,
              day: <Day key="day" date={invoice.due_on} />,
            })}
          </p>
          <div>
            <Button isDisabled={saving.isPending} onPress={() => saving.mutate(invoice)}>
              {t('orders.invoice_pdf')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button look={account.data?.test_money ? undefined : 'main'} isDisabled={making.isPending || invoices.isPending} onPress={() => making.mutate()}>
            {t('orders.make_invoice')}
          </Button>
        </div>
      )}
    </>
  );
}
