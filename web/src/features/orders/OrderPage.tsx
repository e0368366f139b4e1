// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { groupsQuery, nameIn, useDictionaries, useMe, useSystem } from '@/api/queries';
import { useRegistrarName } from '@/api/registrars';
import { usePart } from '@/ui/address';
import { AskSupport } from '@/ui/AskSupport';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink, Link } from '@/ui/Link';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, Moment, Money, Status } from '@/ui/values';
import { EndOrder } from './EndOrder';
import { feesOf, hasCodes, toneOf, waits } from './order_state';
import { OrderFiles } from './OrderFiles';
import { OrderLines } from './OrderLines';
import { WhatHappens } from './WhatHappens';
import './orders.css';

const kLookAgainMs = 3_000;

/** An order: what it waits for, its codes, the ways to fetch them. */
export default function OrderPage() {
  const t = useText();
  const me = useMe();
  const system = useSystem();
  const dictionaries = useDictionaries();
  const registrarOf = useRegistrarName();
  const number = usePart('order');
  const found = useQuery({
    queryKey: ['order', number],
    queryFn: () => call(api.GET('/api/v1/orders/{order}', { params: { path: { order: number } } })),
    refetchInterval: (query) => (query.state.data && waits(query.state.data) ? kLookAgainMs : false),
  });
  const groups = useQuery(groupsQuery);
  if (found.error)
    return (
      <>
        <PageHeader title={t('orders.number', { number })} />
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  const order = found.data;
  if (!order) return <Skeleton />;
  const fees = feesOf(order);
  const mayOrder = Boolean(me?.rights.includes('order_codes'));
  const rows: [string, React.ReactNode][] = [
    [t('orders.group'), groups.data?.groups.find((one) => one.group === order.group)?.name ?? order.group],
    [t('orders.release_method'), nameIn(dictionaries?.release_methods, order.release_method)],
    [t('orders.made'), <Moment key="made" at={order.at} />],
  ];
  if (order.creation_method) rows.push([t('orders.creation_method'), nameIn(dictionaries?.creation_methods, order.creation_method)]);
  if (order.ready_at) rows.push([t('orders.codes_made'), <Moment key="ready" at={order.ready_at} />]);
  if (order.unused_until) rows.push([t('orders.unused_until'), <Moment key="until" at={order.unused_until} />]);
  if (order.place) rows.push([t('orders.place'), order.place]);
  if (order.registrar) rows.push([t('orders.registrar'), registrarOf(order.registrar)]);
  if (order.production_order) rows.push([t('orders.production_order'), order.production_order]);
  if (order.contact) rows.push([t('orders.contact'), order.contact]);
  rows.push([t('orders.fees_with_vat'), fees ? <Money key="fees" minor={fees} currency={system?.currency ?? ''} /> : t('orders.costs_nothing')]);
  rows.push([t('orders.document'), <Link key="document" href={`/documents/${order.order}`} className="link mono">{order.order}</Link>]);
  return (
    <>
      <PageHeader
        title={t('orders.number', { number })}
        about={<Status tone={toneOf(order.status)}>{t(`orders.status.${order.status}`)}</Status>}
        actions={
          <>
            <AskSupport subject={t('orders.number', { number })} about={`order:${number}`} />
            {mayOrder && order.status !== 'declined' && <ButtonLink href={`/orders/new?repeat=${order.order}`}>{t('orders.repeat')}</ButtonLink>}
            {hasCodes(order) && <ButtonLink href={`/codes?order=${order.order}`}>{t('orders.show_codes')}</ButtonLink>}
          </>
        }
      />
      <WhatHappens order={order} />
      <OrderLines order={order} mayFetch={mayOrder && hasCodes(order)} />
      {hasCodes(order) && <OrderFiles order={order.order} />}
      <Card title={t('orders.facts')}>
        <Facts rows={rows} />
      </Card>
      {mayOrder && <EndOrder order={order} />}
    </>
  );
}
