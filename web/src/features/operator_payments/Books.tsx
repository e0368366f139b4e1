// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useSystem } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { KeyFigure, moneyText } from '@/ui/values';

/** Adds every posting up anew and compares: debits are credits, totals are their sums. */
export default function Books() {
  const t = useText();
  const { locale, formatNumber } = useIntl();
  const currency = useSystem()?.currency ?? '';
  const books = useQuery({ queryKey: ['operator', 'books'], queryFn: () => call(api.GET('/api/v1/operator/books')) });
  return (
    <>
      <PageHeader
        title={t('operator_payments.books')}
        about={t('operator_payments.books_about')}
        actions={
          <Button isDisabled={books.isFetching} onPress={() => void books.refetch()}>
            {t('operator_payments.audit')}
          </Button>
        }
      />
      {books.error && <ErrorNotice error={books.error} onRetry={() => void books.refetch()} />}
      {books.isPending && <Skeleton />}
      {books.data && (
        <>
          <div className="grid">
            <KeyFigure label={t('operator_payments.postings')} value={formatNumber(books.data.postings)} />
            <KeyFigure label={t('operator_payments.debits')} value={moneyText(books.data.debits, currency, locale)} />
            <KeyFigure label={t('operator_payments.credits')} value={moneyText(books.data.credits, currency, locale)} />
          </div>
          {books.data.faults.length === 0 ? (
            <Notice tone="good">{t('operator_payments.agree_books')}</Notice>
          ) : (
            <Notice tone="bad">
              <strong role="alert">{t('operator_payments.faults')}</strong>
              <ul>
                {books.data.faults.map((fault) => (
                  <li key={fault} className="mono">
                    {fault}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </>
      )}
    </>
  );
}
