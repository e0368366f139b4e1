// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useSystem } from '@/api/queries';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts, Money } from '@/ui/values';
import { termsQuery } from './BasisStage';
import { estimate, todayIn } from './fees';

interface Props {
  group: string;
  payAt: string;
  /** The account is the caller's, and he may see it. */
  own: boolean;
  lines: readonly { level: string; count: number }[];
}

/** What it costs, what is on the account, and what will happen. */
export function OrderCost({ group, payAt, own, lines }: Props) {
  const t = useText();
  const system = useSystem();
  const terms = useQuery(termsQuery(group));
  const account = useQuery({ queryKey: ['account'], queryFn: () => call(api.GET('/api/v1/account')), enabled: own });
  if (!terms.data || !system) return null;
  const { sum, paid, free, tariff } = estimate(lines, terms.data, todayIn(system.time_zone));
  const { currency } = terms.data;
  const moment = payAt || tariff?.charge_at || 'none';
  const atOnce = moment === 'order' || moment === 'emission';
  const short = account.data ? sum - account.data.funds : 0;
  const rows: [string, React.ReactNode][] = [
    [t('orders.cost'), sum ? <Money key="sum" minor={sum} currency={currency} /> : t('orders.costs_nothing')],
  ];
  if (sum && tariff) {
    rows.push([t('orders.cost_of_one'), <Money key="one" minor={tariff.price_minor} currency={currency} />]);
    rows.push([t('orders.vat'), t(tariff.vat_included ? 'orders.vat_included' : 'orders.vat_added')]);
    rows.push([t('orders.charged'), t(`orders.charge_at.${moment}`)]);
  }
  if (free && paid) rows.push([t('orders.free_codes'), <Count key="free" value={free} />]);
  if (account.data) rows.push([t('orders.funds'), <Money key="funds" minor={account.data.funds} currency={account.data.currency} />]);
  return (
    <>
      <Facts rows={rows} />
      {sum > 0 && short > 0 ? (
        <Notice tone="warn">{t(atOnce ? 'orders.will_wait' : 'orders.may_wait')}</Notice>
      ) : (
        <Notice tone="main">{t('orders.ready_at_once')}</Notice>
      )}
    </>
  );
}
