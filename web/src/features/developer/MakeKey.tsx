// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { dayFromToday } from '@/ui/days';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormChoices, FormDate, FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { addressesOf, endOf, scopes, type Scope } from './keys';

const kQuarter = 90;

export function MakeKey({ onMade }: { onMade: (token: string) => void }) {
  const t = useText();
  const form = useForm({
    defaultValues: { name: '', scopes: ['read'] as string[], expires: dayFromToday(kQuarter), addresses: '' },
    shouldFocusError: false,
  });
  const making = useConfirmed<Schemas['CreatedApiKey']>({
    onDone: ({ token }) => onMade(token ?? ''),
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit((fields) => {
          const addresses = addressesOf(fields.addresses);
          const body: Schemas['CreateApiKey'] = {
            kind: 'create_api_key',
            name: fields.name.trim(),
            scopes: fields.scopes as Scope[],
            expires: endOf(fields.expires),
            ...(addresses.length ? { addresses } : {}),
          };
          making.mutate({ path: '/api/v1/api-keys', body });
        })(event)
      }
    >
      <FormErrors errors={mistakes} />
      <FormText control={form.control} name="name" rules={{ required: t('developer_words.name_needed') }} label={t('developer_words.name')} hint={t('developer_words.name_hint')} />
      <FormChoices
        control={form.control}
        name="scopes"
        rules={{ validate: (chosen) => chosen.length > 0 || t('developer_words.scope_needed') }}
        label={t('developer_words.scopes')}
        choices={scopes.map((id) => ({ id, name: t(`developer_words.scope.${id}`), about: t(`developer_words.scope_about.${id}`) }))}
      />
      <FormDate control={form.control} name="expires" rules={{ required: t('developer_words.expires_needed') }} label={t('developer_words.expires')} hint={t('developer_words.expires_hint')} />
      <FormText control={form.control} name="addresses" label={t('developer_words.addresses')} hint={t('developer_words.addresses_hint')} mono />
      {making.error && !mistakes.length && <AgentNotice error={making.error} />}
      <div>
        <Button look="main" type="submit" isDisabled={making.isPending}>
          {t('developer_words.sign_key')}
        </Button>
      </div>
    </form>
  );
}
