// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { groupsQuery, useMay } from '@/api/queries';
import { Card } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { figuresOf, statuses } from './figures';

/** Each product group: whether it is open, and how many codes are where. */
export function Groups() {
  const t = useText();
  const intl = useIntl();
  const may = useMay();
  const groups = useQuery(groupsQuery);
  const lights = useQuery({
    queryKey: ['home', 'lights'],
    queryFn: () => call(api.GET('/api/v1/contracts', { params: { query: { limit: 1 } } })),
    enabled: may('contracts'),
  });
  const stock = useQuery({ queryKey: ['stock'], queryFn: () => call(api.GET('/api/v1/stock')), enabled: may('see_codes') });
  const figures = figuresOf(stock.data?.stock ?? []);
  const known = lights.data?.groups ?? [];
  const rows = [...new Set([...known.map((one) => one.group), ...figures.keys()])];
  if (!rows.length) return null;
  const name = (group: string) => groups.data?.groups.find((one) => one.group === group)?.name ?? group;
  const access = (group: string) => {
    const light = known.find((one) => one.group === group);
    return light && <Status tone={light.green ? 'good' : 'warn'}>{t(light.green ? 'home.open' : 'home.not_open')}</Status>;
  };
  return (
    <Card title={t('home.groups')}>
      <Table<{ group: string }>
        label={t('home.groups')}
        rows={rows.map((group) => ({ group }))}
        idOf={(row) => row.group}
        empty={null}
        columns={[
          { id: 'group', name: t('home.group'), width: '1fr', cell: (row) => name(row.group) },
          ...statuses.map((status) => ({
            id: status,
            name: t(`home.code.${status}`),
            kind: 'number' as const,
            width: 116,
            cell: (row: { group: string }) => intl.formatNumber(figures.get(row.group)?.[status] ?? 0),
          })),
          { id: 'access', name: t('home.access'), width: 116, cell: (row) => access(row.group) },
        ]}
      />
    </Card>
  );
}
