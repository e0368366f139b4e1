// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { groupsQuery, useMay, type Schemas } from '@/api/queries';
import { usePart } from '@/ui/address';
import { dayFromToday } from '@/ui/days';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card, PageHeader, Skeleton, Timeline } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Badge, Day, moneyText } from '@/ui/values';
import { AmendGroup } from './AmendGroup';
import { Answerable } from './Answerable';

/** Everything that is decided about a group, each row from its day on; the operator's later word counts. */
export default function GroupPage() {
  const t = useText();
  const may = useMay();
  const { locale } = useIntl();
  const code = usePart('group');
  const group = useQuery(groupsQuery).data?.groups.find((one) => one.group === code);
  const terms = useQuery({
    queryKey: ['group-terms', code],
    queryFn: () => call(api.GET('/api/v1/groups/{group}/terms', { params: { path: { group: code } } })),
  });
  if (terms.error) return <ErrorNotice error={terms.error} onRetry={() => void terms.refetch()} />;
  if (!terms.data || !group) return <Skeleton />;
  const { modes, tariffs, decisions, currency } = terms.data;
  const tariffText = (tariff: Schemas['GroupTariff']) =>
    t('operator_groups.tariff_line', {
      price: moneyText(tariff.price_minor, currency, locale),
      vat: String(tariff.vat_included),
      moment: t(`operator_groups.charge.${tariff.charge_at}`),
    });
  return (
    <>
      <PageHeader title={group.name} about={<span className="mono">{code}</span>} />
      <div className="grid">
        <Card title={t('operator_groups.modes')}>
          <Rows rows={modes.map((row) => ({ from: row.from, text: t(`operator_groups.mode.${row.mode}`) }))} />
        </Card>
        <Card title={t('operator_groups.tariffs')}>
          <Rows rows={tariffs.map((row) => ({ from: row.from, text: tariffText(row.tariff) }))} />
        </Card>
      </div>
      {may('settlements') && <AmendGroup group={code} currency={currency} tariff={tariffs.at(-1)?.tariff} />}
      {may('manage_contracts') && <Answerable key={group.manager ?? ''} group={group} />}
      <Card title={t('operator_groups.decisions')}>
        {!decisions.length && <p className="quiet">{t('operator_groups.no_decisions')}</p>}
        <Timeline
          events={decisions.map((one) => ({
            at: one.at,
            title: [one.mode && t(`operator_groups.mode.${one.mode}`), one.tariff && tariffText(one.tariff)].filter(Boolean).join(' · '),
            about: (
              <>
                {t('operator_groups.from_day')} <Day date={one.from} /> · {one.reason}
              </>
            ),
          }))}
        />
      </Card>
    </>
  );
}

/** What holds today is marked. */
function Rows({ rows }: { rows: readonly { from: string; text: string }[] }) {
  const t = useText();
  const today = dayFromToday(0);
  const current = rows.filter((row) => row.from <= today).at(-1);
  return (
    <ul className="checklist">
      {rows.map((row) => (
        <li key={row.from + row.text}>
          <div className="stack-tight">
            <strong>{row.text}</strong>
            <span className="quiet small">
              {t('operator_groups.from_day')} <Day date={row.from} />
            </span>
          </div>
          {row === current && <Badge tone="good">{t('operator_groups.now')}</Badge>}
          {row.from > today && <Badge tone="main">{t('operator_groups.later')}</Badge>}
        </li>
      ))}
    </ul>
  );
}
