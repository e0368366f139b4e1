// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { FormChoices, FormText } from '@/ui/form_fields';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { Fields } from './profile_fields';

interface Props {
  form: UseFormReturn<Fields>;
}

export function ContactsStage({ form: { control } }: Props) {
  const t = useText();
  const needed = { required: t('profile.needed') };
  return (
    <>
      <FormText control={control} name="address" rules={needed} label={t('profile.address')} hint={t('profile.address_hint')} autoComplete="street-address" />
      <FormText control={control} name="phone" rules={needed} label={t('profile.phone')} type="tel" autoComplete="tel" />
      <FormText control={control} name="email" rules={needed} label={t('profile.email')} type="email" autoComplete="email" />
    </>
  );
}

export function PartStage({
  form: { control },
  groups,
  parts,
}: Props & { groups: readonly Schemas['ProductGroup'][]; parts: readonly Schemas['ParticipantPart'][] }) {
  const t = useText();
  const needed = { required: t('profile.choose_one') };
  return (
    <>
      <FormChoices
        control={control}
        name="types"
        rules={needed}
        label={t('profile.types')}
        choices={parts.map((one) => ({ id: one.code, name: one.name }))}
      />
      <FormChoices
        control={control}
        name="groups"
        rules={needed}
        label={t('profile.groups')}
        hint={t('profile.groups_hint')}
        choices={groups.map((one) => ({ id: one.group, name: one.name }))}
      />
    </>
  );
}

const kBankCode = /^\d{5,12}$/;

export function BankStage({ form: { control } }: Props) {
  const t = useText();
  const code = useWatch({ control, name: 'bank.bank' });
  const bank = useQuery({
    queryKey: ['bank', code],
    queryFn: () => call(api.GET('/api/v1/banks/{code}', { params: { path: { code } } })),
    enabled: kBankCode.test(code),
    staleTime: Infinity,
  });
  return (
    <>
      <p className="quiet">{t('profile.bank_about')}</p>
      <FormText
        control={control}
        name="bank.bank"
        label={t('profile.bank')}
        hint={<span aria-live="polite">{bank.data?.name ?? (bank.error ? t('profile.bank_unknown') : '')}</span>}
        inputMode="numeric"
        mono
      />
      <FormText control={control} name="bank.account" label={t('profile.account')} inputMode="numeric" mono />
    </>
  );
}

export function SitesStage({ form: { control } }: Props) {
  const t = useText();
  const { fields, append, remove } = useFieldArray({ control, name: 'sites' });
  const needed = { required: t('profile.needed') };
  return (
    <>
      <p className="quiet">{t('profile.sites_about')}</p>
      {fields.length === 0 && <Notice tone="main">{t('profile.no_sites')}</Notice>}
      {fields.map((field, at) => (
        <fieldset key={field.id} className="stack">
          <legend>{t('profile.site', { number: at + 1 })}</legend>
          <FormText control={control} name={`sites.${at}.name`} rules={needed} label={t('profile.site_name')} />
          <FormText control={control} name={`sites.${at}.address`} rules={needed} label={t('profile.site_address')} />
          <div>
            <Button look="quiet" onPress={() => remove(at)}>
              {t('profile.remove_site')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onPress={() => append({ name: '', address: '' })}>{t('profile.add_site')}</Button>
      </div>
    </>
  );
}
