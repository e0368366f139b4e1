// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { api, call } from '@/api/client';
import { useDictionaries, useSystem, type Schemas } from '@/api/queries';
import { Select } from '@/ui/choices';
import { FormRadio, FormSelect, FormText } from '@/ui/form_fields';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { tariffOn, todayIn } from './fees';
import type { Fields } from './order_fields';
import { RegistrarChoice } from './RegistrarChoice';

interface Props {
  form: UseFormReturn<Fields>;
  groups: readonly Schemas['ProductGroup'][];
  places: readonly string[];
  /** Who let this company order codes in his name. */
  principals: readonly Schemas['Mandate'][];
}

export const termsQuery = (group: string) => ({
  queryKey: ['terms', group],
  queryFn: () => call(api.GET('/api/v1/groups/{group}/terms', { params: { path: { group } } })),
  enabled: group !== '',
  staleTime: 60_000,
});

/** The key of a choice that says nothing; no number or name is so short. */
const kNobody = '-';

/** What the codes are for. */
export function BasisStage({ form, groups, places, principals }: Props) {
  const t = useText();
  const { control, getValues, setValue } = form;
  const system = useSystem();
  const dictionaries = useDictionaries();
  const [group, principal, place, lines] = useWatch({ control, name: ['group', 'principal', 'place', 'lines'] });
  const terms = useQuery(termsQuery(group));
  const chosen = groups.find((one) => one.group === group);
  const methods = (dictionaries?.release_methods ?? []).filter((one) => !chosen || chosen.release_methods.includes(one.code));
  const offered = methods.map((one) => one.code).join(' ');
  useEffect(() => {
    const codes = offered.split(' ');
    if (!offered || codes.includes(getValues('release_method'))) return;
    setValue('release_method', codes.length === 1 ? (codes[0] ?? '') : '');
  }, [offered, getValues, setValue]);
  const choice = terms.data && system && tariffOn(terms.data, todayIn(system.time_zone))?.charge_at === 'choice';
  const needed = (name: string) => ({ required: t('orders.choose', { name }) });
  return (
    <>
      {principals.length > 0 && (
        <Select
          label={t('orders.principal')}
          hint={t('orders.principal_hint')}
          choices={[
            { id: kNobody, name: t('orders.for_oneself') },
            ...principals.map((one) => ({ id: one.principal, name: one.principal_name, about: one.principal })),
          ]}
          selectedKey={principal || kNobody}
          onSelectionChange={(key) => setValue('principal', key === kNobody ? '' : String(key))}
        />
      )}
      <FormSelect
        control={control}
        name="group"
        rules={{ ...needed(t('orders.group')), onChange: () => lines.length && setValue('lines', []) }}
        label={t('orders.group')}
        hint={lines.length ? t('orders.group_hint') : undefined}
        choices={groups.filter((one) => !principal || one.service_providers).map((one) => ({ id: one.group, name: one.name }))}
      />
      {chosen && !chosen.ordering_open && <Notice tone="warn">{t('orders.group_closed')}</Notice>}
      <RegistrarChoice form={form} />
      <FormRadio
        control={control}
        name="release_method"
        rules={needed(t('orders.release_method'))}
        label={t('orders.release_method')}
        choices={methods.map((one) => ({ id: one.code, name: one.name }))}
      />
      {principal && (
        <FormSelect
          control={control}
          name="creation_method"
          label={t('orders.creation_method')}
          choices={(dictionaries?.creation_methods ?? []).filter((one) => one.by_provider).map((one) => ({ id: one.code, name: one.name }))}
        />
      )}
      {choice && (
        <FormRadio
          control={control}
          name="pay_at"
          rules={needed(t('orders.pay_at'))}
          label={t('orders.pay_at')}
          choices={['emission', 'application'].map((id) => ({ id, name: t(`orders.pay_at.${id}`) }))}
        />
      )}
      {places.length > 0 && !principal && (
        <Select
          label={t('orders.place')}
          hint={t('orders.place_hint')}
          choices={[{ id: kNobody, name: t('orders.place_none') }, ...places.map((name) => ({ id: name, name }))]}
          selectedKey={place || kNobody}
          onSelectionChange={(key) => setValue('place', key === kNobody ? '' : String(key))}
        />
      )}
      <FormText control={control} name="production_order" label={t('orders.production_order')} hint={t('orders.production_order_hint')} />
      <FormText control={control} name="contact" label={t('orders.contact')} hint={t('orders.contact_hint')} autoComplete="name" />
    </>
  );
}
