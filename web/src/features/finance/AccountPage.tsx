// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useEvents } from '@/api/events';
import { queryClient, useMay } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { dateText } from '@/ui/uzbek_forms';
import { KeyFigure, moneyText } from '@/ui/values';
import { accountQuery } from './account';
import { AskInvoice } from './AskInvoice';
import { Movements } from './Movements';
import { TopUp } from './TopUp';

const kMovesMoney = ['account.paid', 'order.waits', 'order.ready', 'order.declined', 'order.expired', 'invoice.issued'];

/** What there is to pay with, what is set aside and owed, and every movement. */
export default function AccountPage() {
  const t = useText();
  const { locale } = useIntl();
  const may = useMay();
  const account = useQuery(accountQuery);
  useEvents((event) => {
    if (kMovesMoney.includes(event.name)) void queryClient.invalidateQueries();
  }, may('see_codes'));
  const data = account.data;
  const sum = (minor: number) => moneyText(minor, data?.currency ?? '', locale);
  return (
    <>
      <PageHeader
        title={t('finance.account')}
        about={t('finance.account_about')}
        actions={
          data && (
            <>
              {data.test_money && <TopUp currency={data.currency} />}
              <AskInvoice currency={data.currency} />
            </>
          )
        }
      />
      {account.error && <ErrorNotice error={account.error} onRetry={() => void account.refetch()} />}
      {account.isPending && <Skeleton />}
      {data && (
        <>
          <div className="grid">
            <KeyFigure label={t('finance.funds')} value={sum(data.funds)} about={t('finance.funds_about')} />
            <KeyFigure label={t('finance.reserved')} value={sum(data.reserved)} about={t('finance.reserved_about')} />
            <KeyFigure label={t('finance.owed')} value={sum(data.owed)} about={t('finance.owed_about')} />
          </div>
          {data.owed > 0 && data.owed_since && (
            <Notice tone="warn">
              {t('finance.owed_since', { day: dateText(new Date(data.owed_since), locale, { style: 'long' }) })}
            </Notice>
          )}
          <Movements currency={data.currency} />
        </>
      )}
    </>
  );
}
