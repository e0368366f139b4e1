// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useGroupName } from '@/api/queries';
import { useAddress } from '@/ui/address';
import { dayFromToday, monthBegan } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { PeriodFields } from '@/ui/PeriodFields';
import { SortedTable } from '@/ui/SortedTable';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, KeyFigure, Money, moneyText } from '@/ui/values';
import { accountQuery } from './account';

/** What codes cost in a term, by product group; what was given back is taken off. */
export default function Charges() {
  const t = useText();
  const intl = useIntl();
  const groupName = useGroupName();
  const [{ from = monthBegan(), until = dayFromToday(0) }, setAddress] = useAddress();
  const currency = useQuery(accountQuery).data?.currency ?? '';
  const report = useQuery({
    queryKey: ['charges', from, until],
    queryFn: () => call(api.GET('/api/v1/account/charges', { params: { query: { from, to: until } } })),
    enabled: from !== '' && until !== '' && from <= until,
  });
  const total = report.data?.total;
  const inMajor = (minor: number) => minor / 100;
  const written = () => [
    [t('finance.group'), t('finance.codes'), ...['finance.net', 'finance.vat', 'finance.total'].map((name) => `${t(name)}, ${currency}`)],
    ...(report.data?.groups ?? []).map((row) => [groupName(row.group), row.codes, inMajor(row.net), inMajor(row.vat), inMajor(row.net + row.vat)]),
  ];
  return (
    <>
      <PageHeader
        title={t('finance.charges')}
        about={t('finance.charges_about')}
        actions={<ExportTable name={`charges_${from}_${until}`} rows={written} isDisabled={!report.data?.groups.length} />}
      />
      <div className="row" role="search">
        <PeriodFields from={from} until={until} onChange={setAddress} />
      </div>
      {report.error && <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isLoading && <Skeleton />}
      {total && (
        <>
          <div className="grid">
            <KeyFigure label={t('finance.codes')} value={intl.formatNumber(total.codes)} />
            <KeyFigure label={t('finance.net')} value={moneyText(total.net, currency, intl.locale)} />
            <KeyFigure label={t('finance.vat')} value={moneyText(total.vat, currency, intl.locale)} />
            <KeyFigure label={t('finance.total')} value={moneyText(total.net + total.vat, currency, intl.locale)} />
          </div>
          <SortedTable
            label={t('finance.charges')}
            rows={report.data?.groups ?? []}
            idOf={(row) => row.group}
            columns={[
              { id: 'group', name: t('finance.group'), width: '2fr', cell: (row) => groupName(row.group) },
              { id: 'codes', name: t('finance.codes'), kind: 'number', cell: (row) => <Count value={row.codes} /> },
              { id: 'net', name: t('finance.net'), kind: 'number', cell: (row) => <Money minor={row.net} currency={currency} /> },
              { id: 'vat', name: t('finance.vat'), kind: 'number', cell: (row) => <Money minor={row.vat} currency={currency} /> },
              { id: 'sum', name: t('finance.total'), kind: 'number', cell: (row) => <Money minor={row.net + row.vat} currency={currency} /> },
            ]}
            empty={<EmptyState title={t('finance.no_charges')}>{t('finance.no_charges_about')}</EmptyState>}
          />
        </>
      )}
    </>
  );
}
