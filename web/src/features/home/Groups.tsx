// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { useMay } from '@/api/queries';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import { figuresOf, statuses } from './figures';

const kMost = 500;

/** Each product group: whether it is open, and how many codes are where. */
export function Groups() {
  const t = useText();
  const intl = useIntl();
  const may = useMay();
  const groups = useQuery({ queryKey: ['groups'], queryFn: () => call(api.GET('/api/v1/groups')) });
  const lights = useQuery({
    queryKey: ['home', 'lights'],
    queryFn: () => call(api.GET('/api/v1/contracts', { params: { query: { limit: 1 } } })),
    enabled: may('contracts'),
  });
  const stock = useQuery({ queryKey: ['stock'], queryFn: () => call(api.GET('/api/v1/stock')), enabled: may('see_codes') });
  const goods = useQuery({
    queryKey: ['home', 'goods'],
    queryFn: () => call(api.GET('/api/v1/goods', { params: { query: { limit: kMost } } })),
    enabled: may('see_goods') && (stock.data?.stock.length ?? 0) > 0,
  });
  const figures = figuresOf(stock.data?.stock ?? [], goods.data?.goods ?? []);
  const known = lights.data?.groups ?? [];
  const rows = [...new Set([...known.map((one) => one.group), ...figures.keys()])];
  if (!rows.length) return null;
  const name = (group: string) => (group ? (groups.data?.groups.find((one) => one.group === group)?.name ?? group) : t('home.other_goods'));
  return (
    <Card title={t('home.groups')}>
      <div className="scroll-wide" tabIndex={0} role="region" aria-label={t('home.groups')}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('home.group')}</th>
              {statuses.map((status) => (
                <th key={status} scope="col" className="end">
                  {t(`home.code.${status}`)}
                </th>
              ))}
              <th scope="col">{t('home.access')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((group) => {
              const light = known.find((one) => one.group === group);
              return (
                <tr key={group}>
                  <th scope="row">{name(group)}</th>
                  {statuses.map((status) => (
                    <td key={status} className="end number-value">
                      {intl.formatNumber(figures.get(group)?.[status] ?? 0)}
                    </td>
                  ))}
                  <td>{light && <Status tone={light.green ? 'good' : 'warn'}>{t(light.green ? 'home.open' : 'home.not_open')}</Status>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
