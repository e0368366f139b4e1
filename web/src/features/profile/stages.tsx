// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form';
import { api, call } from '@/api/client';
import { useSystem, type Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { FormChoices, FormText, FormTextArea } from '@/ui/form_fields';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { kBankCode, useBank } from './bank';
import type { Fields } from './profile_fields';

interface Props {
  form: UseFormReturn<Fields>;
}

/** What a page sees at once; the system looks closer. */
const kPhone = /^\s*\+[\d\s()-]{9,}$/;
const kEmail = /^\s*\S+@\S+\.\S+\s*$/;
const kKpp = /^\s*\d{4}[\dA-Z]{2}\d{3}\s*$/;
const kAccount = /^(\d\s*){20}$/;

interface KppProps extends Props {
  /** Such an organisation has a KPP, and so may its sites. */
  hasKpp: boolean;
}

export function ContactsStage({ form: { control }, hasKpp }: KppProps) {
  const t = useText();
  const needed = { required: t('profile.needed') };
  return (
    <>
      <FormText control={control} name="address" rules={needed} label={t('profile.address')} hint={t('profile.address_hint')} autoComplete="street-address" />
      {hasKpp && <FormText control={control} name="kpp" rules={{ pattern: { value: kKpp, message: t('profile.kpp_form') } }} label={t('profile.kpp')} hint={t('profile.kpp_hint')} mono />}
      <FormText control={control} name="phone" rules={{ ...needed, pattern: { value: kPhone, message: t('profile.phone_form') } }} label={t('profile.phone')} type="tel" autoComplete="tel" />
      <FormText control={control} name="email" rules={{ ...needed, pattern: { value: kEmail, message: t('profile.email_form') } }} label={t('profile.email')} type="email" autoComplete="email" />
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

export function BankStage({ form: { control, setValue } }: Props) {
  const t = useText();
  const sandbox = useSystem()?.sandbox;
  const code = useWatch({ control, name: 'bank.bank' });
  const bank = useBank(code);
  const trial = useMutation({
    mutationFn: () => call(api.GET('/api/v1/sandbox/trial')),
    onSuccess: (values) => setValue('bank', values, { shouldDirty: true, shouldValidate: true }),
  });
  const needed = t('profile.account_needed');
  return (
    <>
      <p className="quiet">{t('profile.bank_about')}</p>
      {sandbox && (
        <div className="row">
          <Button onPress={() => trial.mutate()} isDisabled={trial.isPending}>
            {t('profile.trial_account')}
          </Button>
          <span className="quiet small">{t('profile.trial_account_about')}</span>
        </div>
      )}
      <FormText
        control={control}
        name="bank.bank"
        rules={{ required: needed, pattern: { value: kBankCode, message: t('profile.bank_form') } }}
        label={t('profile.bank')}
        hint={<span aria-live="polite">{bank.data?.name ?? (bank.error ? t('profile.bank_unknown') : '')}</span>}
        inputMode="numeric"
        mono
      />
      <FormText
        control={control}
        name="bank.account"
        rules={{ required: needed, pattern: { value: kAccount, message: t('profile.account_form') } }}
        label={t('profile.account')}
        inputMode="numeric"
        mono
      />
    </>
  );
}

export function SitesStage({ form: { control }, hasKpp }: KppProps) {
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
          {hasKpp && (
            <FormText
              control={control}
              name={`sites.${at}.kpp`}
              rules={{ pattern: { value: kKpp, message: t('profile.kpp_form') } }}
              label={t('profile.kpp')}
              hint={t('profile.site_kpp_hint')}
              mono
            />
          )}
          <FormTextArea control={control} name={`sites.${at}.lines`} label={t('profile.lines')} hint={t('profile.lines_hint')} rows={3} />
          <div>
            <Button look="quiet" onPress={() => remove(at)}>
              {t('profile.remove_site')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onPress={() => append({ name: '', address: '', lines: '', kpp: '' })}>{t('profile.add_site')}</Button>
      </div>
    </>
  );
}
