// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { groupsQuery, useMe, type Schemas } from '@/api/queries';
import { useSavedForm } from '@/api/saved_form';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { KeptOrAsked } from '@/ui/KeptOrAsked';
import { Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { emptyOrder, type Fields } from './order_fields';
import './orders.css';
import { OrderForm } from './OrderForm';
import { useBeginning } from './beginning';

/** An order of codes: what for, of which goods, a look at all of it, a signature. */
export default function NewOrder() {
  const t = useText();
  const me = useMe();
  return (
    <>
      <PageHeader title={t('orders.new')} about={t('orders.new_about')} />
      {me ? <Begun me={me} /> : <Skeleton />}
    </>
  );
}

function Begun({ me }: { me: Schemas['Me'] }) {
  const t = useText();
  const saved = useSavedForm<Fields>(`order-${me.user}`, 'order_codes');
  const groups = useQuery(groupsQuery);
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => call(api.GET('/api/v1/profile')) });
  const mandates = useQuery({ queryKey: ['mandates'], queryFn: () => call(api.GET('/api/v1/mandates')) });
  const begin = useBeginning(me, saved);
  const error = groups.error ?? profile.error;
  if (error) return <ErrorNotice error={error} />;
  if (!groups.data || !profile.data || !begin.ready) return <Skeleton />;
  return (
    <>
      {Boolean(begin.error) && <ErrorNotice error={begin.error} />}
      <KeptOrAsked
        asking={begin.asking}
        question={t('orders.begun_before')}
        keep={t('orders.go_on_with_it')}
        onKeep={() => begin.answer('kept')}
        take={t('orders.take_asked')}
        onTake={() => begin.answer('asked')}
      >
        {begin.added && <Notice tone="main">{t('orders.added_to_begun', { name: begin.added })}</Notice>}
        <OrderForm
          key={begin.answered}
          before={begin.fields ?? emptyOrder}
          saved={saved}
          groups={groups.data.groups.filter((one) => !me.groups.length || me.groups.includes(one.group))}
          places={profile.data.profile?.sites?.map((site) => site.name) ?? []}
          principals={mandates.data?.mandates.filter(
            (one) => one.in_force && one.provider === me.participant.tax_id && one.rights.includes('order_codes'),
          ) ?? []}
        />
      </KeptOrAsked>
    </>
  );
}
