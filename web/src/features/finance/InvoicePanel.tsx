// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { inAddress } from '@/api/whole_numbers';
import { useOnce } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { DownloadLink } from '@/ui/DownloadLink';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { SidePanel } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Day, Facts, Money, Moment, Status, useCopy } from '@/ui/values';
import { invoiceTones } from './Invoices';

interface Props {
  invoice: Schemas['Invoice'];
  currency: string;
  onClose: () => void;
}

export function InvoicePanel({ invoice, currency, onClose }: Props) {
  const t = useText();
  const copy = useCopy();
  const cancel = useOnce(
    (number: number, header) => call(api.DELETE('/api/v1/invoices/{invoice}', { params: { path: { invoice: number }, header } })),
    { onDone: () => toast(t('finance.cancelled')) },
  );
  const open = ['issued', 'partly_paid', 'overdue'].includes(invoice.state);
  return (
    <SidePanel title={t('finance.invoice_number', { number: invoice.number })} isOpen onClose={onClose}>
      <Status tone={invoiceTones[invoice.state]}>{t(`finance.invoice.${invoice.state}`)}</Status>
      <Facts
        rows={[
          [t('finance.amount'), <Money key="amount" minor={invoice.amount} currency={currency} />],
          [t('finance.paid'), <Money key="paid" minor={invoice.paid} currency={currency} />],
          [t('finance.issued'), <Moment key="issued" at={invoice.issued_at} />],
          [t('finance.due'), <Day key="due" date={invoice.due_on} />],
          ...(invoice.order
            ? [[t('finance.order'), <span key="order" className="mono">{invoice.order}</span>] as [string, React.ReactNode]]
            : []),
        ]}
      />
      {open && (
        <Notice tone="main">
          <p>{t('finance.how_to_pay', { number: invoice.number })}</p>
          <div>
            <Button onPress={() => copy(invoice.number)}>{t('finance.copy_number')}</Button>
          </div>
        </Notice>
      )}
      {cancel.error && <ErrorNotice error={cancel.error} />}
      <div className="row">
        <DownloadLink href={`/api/v1/invoices/${invoice.invoice}/pdf`}>PDF</DownloadLink>
        {open && invoice.paid === 0 && (
          <ConfirmButton
            label={t('finance.cancel_invoice')}
            look="danger"
            isDisabled={cancel.isPending}
            onConfirm={() => cancel.mutate(inAddress(invoice.invoice))}
          >
            <p>{t('finance.cancel_about')}</p>
          </ConfirmButton>
        )}
      </div>
    </SidePanel>
  );
}
