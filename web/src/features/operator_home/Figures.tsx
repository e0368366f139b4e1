// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useMay, type Schemas } from '@/api/queries';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ExportTable } from '@/ui/ExportTable';
import { SortedTable } from '@/ui/SortedTable';
import { Card, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts, Money } from '@/ui/values';

type GroupFigures = Schemas['GroupFigures'];

const kStatuses = ['emitted', 'applied', 'introduced', 'retired', 'written_off'] as const;
const kAccounts = ['funds', 'reserved', 'owed', 'fees', 'vat', 'unmatched'] as const;
const kStaleMs = 300_000;

/** How much there is: who takes part, codes of each group, money for who works with it. */
export function Figures() {
  const t = useText();
  const may = useMay();
  const isAllowed = may('support') || may('settlements');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['operator', 'figures'],
    queryFn: () => call(api.GET('/api/v1/operator/figures')),
    staleTime: kStaleMs,
    enabled: isAllowed,
  });
  if (!isAllowed) return null;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton lines={4} />;
  const { money, packages } = data;
  const written = () => [
    [t('operator_home.group'), ...kStatuses.map((status) => t(`operator_home.codes.${status}`))],
    ...data.groups.map((one) => [one.name, ...kStatuses.map((status) => one.codes[status])]),
  ];
  return (
    <section className="stack">
      <h2>{t('operator_home.figures')}</h2>
      <div className="grid">
        <Card title={t('operator_home.who')}>
          <Facts
            rows={[
              [t('operator_home.participants'), <Count key="all" value={data.participants} />],
              [t('operator_home.packages'), <Count key="packages" value={packages.emitted + packages.applied + packages.introduced} />],
            ]}
          />
        </Card>
        {money && (
          <Card title={t('operator_home.money')}>
            <Facts rows={kAccounts.map((account) => [t(`operator_home.money.${account}`), <Money key={account} minor={money[account]} currency={money.currency} />])} />
          </Card>
        )}
      </div>
      <Card title={t('operator_home.codes')} actions={<ExportTable name="codes-by-group" rows={written} isDisabled={!data.groups.length} />}>
        <SortedTable<GroupFigures>
          label={t('operator_home.codes')}
          rows={data.groups}
          idOf={(row) => row.group}
          empty={<p className="quiet">{t('operator_home.no_codes')}</p>}
          columns={[
            { id: 'group', name: t('operator_home.group'), width: '1fr', cell: (row) => row.name },
            ...kStatuses.map((status) => ({
              id: status,
              name: t(`operator_home.codes.${status}`),
              kind: 'number' as const,
              width: 140,
              cell: (row: GroupFigures) => <Count value={row.codes[status]} />,
            })),
          ]}
        />
      </Card>
    </section>
  );
}
