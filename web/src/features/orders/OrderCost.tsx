// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useDictionaries, useSystem } from '@/api/queries';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/surfaces';
import { useRichText, useText } from '@/ui/text';
import { Count, Facts, Money } from '@/ui/values';
import { termsQuery } from './BasisStage';
import { estimate, todayIn } from './fees';
import { TestPayment } from './TestPayment';

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
  const dictionaries = useDictionaries();
  const terms = useQuery(termsQuery(group));
  const account = useQuery({ queryKey: ['account'], queryFn: () => call(api.GET('/api/v1/account')), enabled: own });
  if (!terms.data || !system || !dictionaries) return null;
  const { sum, total, paid, free, tariff } = estimate(lines, terms.data, todayIn(system.time_zone), dictionaries.vat);
  const { currency } = terms.data;
  const moment = payAt || tariff?.charge_at || 'none';
  const rows: [string, React.ReactNode][] = [
    [t('orders.cost'), sum ? <Money key="sum" minor={total} currency={currency} /> : t('orders.costs_nothing')],
  ];
  if (sum && tariff) {
    rows.push([t('orders.cost_of_one'), <Money key="one" minor={tariff.price_minor} currency={currency} />]);
    rows.push([t('orders.vat'), t(tariff.vat_included ? 'orders.vat_included' : 'orders.vat_added', { rate: dictionaries.vat / 100 })]);
    rows.push([t('orders.charged'), t(`orders.charge_at.${moment}`)]);
  }
  if (free && paid) rows.push([t('orders.free_codes'), <Count key="free" value={free} />]);
  if (account.data) rows.push([t('orders.funds'), <Money key="funds" minor={account.data.funds} currency={account.data.currency} />]);
  return (
    <>
      <Facts rows={rows} />
      {account.data && total > account.data.funds ? (
        <Lacking cost={total} funds={account.data.funds} currency={currency} atOnce={moment === 'order' || moment === 'emission'} testMoney={account.data.test_money} />
      ) : (
        <Notice tone="main">{t(account.data || !total ? 'orders.nothing_lacks' : 'orders.ready_at_once')}</Notice>
      )}
    </>
  );
}

interface Lack {
  cost: number;
  funds: number;
  currency: string;
  /** The codes are charged when they are made. */
  atOnce: boolean;
  testMoney: boolean;
}

/** How much there is to pay, what becomes of the order meanwhile, and where it is paid. */
function Lacking({ cost, funds, currency, atOnce, testMoney }: Lack) {
  const t = useText();
  const rich = useRichText();
  const money = (name: string, minor: number) => <Money key={name} minor={minor} currency={currency} />;
  return (
    <Notice tone={atOnce ? 'warn' : 'main'}>
      <strong>{rich('orders.lacks', { lacking: money('lacking', cost - funds) })}</strong>
      <p>{rich('orders.lacks_of', { cost: money('cost', cost), funds: money('funds', funds) })}</p>
      <p>{t(atOnce ? 'orders.will_wait' : 'orders.may_wait')}</p>
      {testMoney && <TestPayment amount={cost - funds} currency={currency} />}
      <div>
        <ButtonLink href={`/finance?pay=${((cost - funds) / 100).toFixed(2)}`}>{t('orders.pay_lacking')}</ButtonLink>
      </div>
    </Notice>
  );
}
