// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { groupsQuery, useMe } from '@/api/queries';
import { useSavedForm } from '@/api/saved_form';
import { useAddress } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { emptyOrder, type Fields } from './order_fields';
import './orders.css';
import { OrderForm } from './OrderForm';

/** An order of codes: what for, of which goods, a look at all of it, a signature. */
export default function NewOrder() {
  const t = useText();
  const me = useMe();
  const [{ gtin }] = useAddress();
  const saved = useSavedForm<Fields>(`order-${me?.user ?? ''}`, 'order_codes');
  const groups = useQuery(groupsQuery);
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => call(api.GET('/api/v1/profile')) });
  const mandates = useQuery({
    queryKey: ['mandates'],
    queryFn: () => call(api.GET('/api/v1/mandates')),
    enabled: me !== null,
  });
  // From a card: an order of these goods.
  const asked = useQuery({
    queryKey: ['product', gtin],
    queryFn: () => call(api.GET('/api/v1/goods/{gtin}', { params: { path: { gtin: gtin ?? '' } } })),
    enabled: Boolean(gtin),
  });
  const error = groups.error ?? profile.error;
  const ready = me && groups.data && profile.data && saved.before !== undefined && (!gtin || !asked.isPending);
  const begun = { ...emptyOrder, ...saved.before };
  const fields: Fields = asked.data
    ? { ...begun, group: asked.data.group, lines: [{ gtin: asked.data.gtin, quantity: 0, price: '', serials: '' }] }
    : begun;
  return (
    <>
      <PageHeader title={t('orders.new')} about={t('orders.new_about')} />
      {error && <ErrorNotice error={error} />}
      {!ready && !error && <Skeleton />}
      {ready && (
        <OrderForm
          before={fields}
          saved={saved}
          groups={groups.data.groups.filter((one) => !me.groups.length || me.groups.includes(one.group))}
          places={profile.data.profile?.sites?.map((site) => site.name) ?? []}
          principals={mandates.data?.mandates.filter(
            (one) => one.in_force && one.provider === me.participant.tax_id && one.rights.includes('order_codes'),
          ) ?? []}
        />
      )}
    </>
  );
}
