// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import { useSystem, type Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { Switch } from '@/ui/choices';
import { ExportList } from '@/ui/ExportList';
import { ButtonLink } from '@/ui/Link';
import { ListTable } from '@/ui/ListTable';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Money, Status, type Tone } from '@/ui/values';
import { PaymentPanel } from './PaymentPanel';

export type Payment = Schemas['Payment'];
const kPage = 100;
export const paymentTones: Record<Payment['state'], Tone> = { unmatched: 'warn', proposed: 'main', matched: 'good', allocated: 'good', paid_back: 'neutral' };

/** Payments of bank statements; those whose owner is not clear wait for two people. */
export default function Payments() {
  const t = useText();
  const currency = useSystem()?.currency ?? '';
  const [{ all, payment: opened }, setAddress] = useAddress();
  const list = usePages(
    ['operator', 'payments', all],
    (before: number | undefined) => call(api.GET('/api/v1/operator/payments', { params: { query: { open: all ? undefined : true, limit: kPage, before } } })),
    (page): Payment[] => page.payments,
  );
  const shown = list.rows.find((one) => one.payment === opened);
  const columns: TableColumn<Payment>[] = [
    { id: 'payer', name: t('operator_payments.payer'), width: '2fr', cell: (row) => row.payer_name },
    { id: 'tax', name: t('operator_payments.tax_id'), kind: 'code', cell: (row) => row.payer_tax_id },
    { id: 'day', name: t('operator_payments.paid_on'), kind: 'day', cell: (row) => <Day date={row.paid_on} /> },
    { id: 'amount', name: t('operator_payments.amount'), kind: 'number', cell: (row) => <Money minor={row.amount} currency={currency} /> },
    { id: 'purpose', name: t('operator_payments.purpose'), width: '3fr', cell: (row) => row.purpose },
    { id: 'state', name: t('operator_payments.state'), cell: (row) => <Status tone={paymentTones[row.state]}>{t(`operator_payments.state.${row.state}`)}</Status> },
  ];
  return (
    <>
      <PageHeader
        title={t('operator_payments.title')}
        about={t('operator_payments.about')}
        actions={
          <>
            <ExportList name="payments" columns={columns} list={list} />
            <ButtonLink href="/operator/statement" look="main">
              {t('operator_payments.statement')}
            </ButtonLink>
          </>
        }
      />
      <Switch isSelected={all !== undefined} onChange={(on) => setAddress({ all: on ? 'yes' : undefined })}>
        {t('operator_payments.show_all')}
      </Switch>
      <ListTable
        label={t('operator_payments.title')}
        list={list}
        idOf={(row) => row.payment}
        onOpen={(row) => setAddress({ payment: row.payment }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t(all ? 'operator_payments.none' : 'operator_payments.all_clear')}>{t('operator_payments.none_about')}</EmptyState>}
      />
      {shown && <PaymentPanel key={shown.payment} payment={shown} currency={currency} onClose={() => setAddress({ payment: undefined })} />}
    </>
  );
}
