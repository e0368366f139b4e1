// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { usePages } from '@/api/pages';
import type { Schemas } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { ExportList } from '@/ui/ExportList';
import { ListTable } from '@/ui/ListTable';
import { EmptyState, PageHeader } from '@/ui/surfaces';
import type { TableColumn } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Day, Money, Moment, Status, type Tone } from '@/ui/values';
import { accountQuery } from './account';
import { AskInvoice } from './AskInvoice';
import { InvoicePanel } from './InvoicePanel';

type Invoice = Schemas['Invoice'];
const kPage = 100;
export const invoiceTones: Record<Invoice['state'], Tone> = {
  issued: 'main',
  partly_paid: 'warn',
  paid: 'good',
  overdue: 'bad',
  cancelled: 'neutral',
};

/** Every invoice; a row opens how to pay it. */
export default function Invoices() {
  const t = useText();
  const [{ invoice: opened }, setAddress] = useAddress();
  const currency = useQuery(accountQuery).data?.currency ?? '';
  const list = usePages(
    ['invoices'],
    (before: number | undefined) => call(api.GET('/api/v1/invoices', { params: { query: { limit: kPage, before } } })),
    (page): Invoice[] => page.invoices,
  );
  const shown = list.rows.find((one) => one.invoice === opened);
  const columns: TableColumn<Invoice>[] = [
    { id: 'number', name: t('finance.number'), kind: 'code', width: 150, cell: (row) => row.number },
    { id: 'issued', name: t('finance.issued'), kind: 'moment', width: 198, cell: (row) => <Moment at={row.issued_at} /> },
    { id: 'due', name: t('finance.due'), kind: 'day', width: 176, cell: (row) => <Day date={row.due_on} /> },
    { id: 'amount', name: t('finance.amount'), kind: 'number', cell: (row) => <Money minor={row.amount} currency={currency} /> },
    { id: 'paid', name: t('finance.paid'), kind: 'number', cell: (row) => <Money minor={row.paid} currency={currency} /> },
    { id: 'state', name: t('finance.state'), width: 198, cell: (row) => <Status tone={invoiceTones[row.state]}>{t(`finance.invoice.${row.state}`)}</Status> },
  ];
  return (
    <>
      <PageHeader
        title={t('finance.invoices')}
        about={t('finance.invoices_about')}
        actions={
          <>
            <ExportList name="invoices" columns={columns} list={list} />
            {currency && <AskInvoice currency={currency} />}
          </>
        }
      />
      <ListTable
        label={t('finance.invoices')}
        list={list}
        idOf={(row) => row.invoice}
        onOpen={(row) => setAddress({ invoice: row.invoice }, { step: true })}
        columns={columns}
        empty={<EmptyState title={t('finance.no_invoices')}>{t('finance.no_invoices_about')}</EmptyState>}
      />
      {shown && <InvoicePanel invoice={shown} currency={currency} onClose={() => setAddress({ invoice: undefined })} />}
    </>
  );
}
