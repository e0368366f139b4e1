// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, call } from '@/api/client';
import { useKeptForm } from '@/api/saved_form';
import { groupsQuery, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useGo, usePart } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice, FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormChoices, FormSelect, FormText } from '@/ui/form_fields';
import { ButtonLink } from '@/ui/Link';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

type Provider = Schemas['Provider'];

/** The directory from its beginning to one entry: there is no call for one alone. */
async function find(tax_id: string): Promise<{ roles: Schemas['CountryWord'][]; provider: Provider | undefined }> {
  let after: number | undefined;
  for (;;) {
    const page = await call(api.GET('/api/v1/providers', { params: { query: { after, limit: 200 } } }));
    const provider = page.providers.find((one) => one.tax_id === tax_id);
    after = page.next ?? undefined;
    if (provider || after === undefined) return { roles: page.roles, provider };
  }
}

/** An entry of the directory of service providers: a new one, or one to change. */
export default function ProviderPage() {
  const t = useText();
  const tax_id = usePart('tax_id');
  const isNew = tax_id === 'new';
  const found = useQuery({ queryKey: ['providers', 'one', tax_id], queryFn: () => find(tax_id), gcTime: 0 });
  const title = isNew ? t('operator_printing.list_provider') : (found.data?.provider?.name ?? tax_id);
  return (
    <>
      <PageHeader title={title} about={t('operator_printing.provider_about')} />
      {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={8} />}
      {found.data && !isNew && !found.data.provider && (
        <EmptyState title={t('operator_printing.not_listed')} action={<ButtonLink href="/operator/providers">{t('operator_printing.providers')}</ButtonLink>} />
      )}
      {found.data && (isNew || found.data.provider) && <ProviderForm roles={found.data.roles} provider={found.data.provider} />}
    </>
  );
}

function ProviderForm({ roles, provider }: { roles: Schemas['CountryWord'][]; provider: Provider | undefined }) {
  const t = useText();
  const go = useGo();
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const form = useForm({
    defaultValues: {
      tax_id: provider?.tax_id ?? '',
      role: provider?.role ?? roles[0]?.code ?? '',
      groups: provider?.groups ?? [],
      place: provider?.place ?? '',
      address: provider?.address ?? '',
      contact: provider?.contact ?? '',
      email: provider?.email ?? '',
    },
    shouldFocusError: false,
  });
  const kept = useKeptForm(`list_provider ${provider?.tax_id ?? 'new'}`, 'list_provider', form);
  const done = (text: string) => () => {
    kept.forget();
    toast(t(text));
    go('/operator/providers');
  };
  const listing = useConfirmed<Provider>({ onDone: done('operator_printing.provider_listed'), onRefused: (error) => showRefusal(form, error) });
  const removing = useConfirmed({ onDone: done('operator_printing.provider_removed') });
  const remove = (tax_id: string) => {
    const body = { kind: 'remove_provider', tax_id } satisfies Schemas['RemoveProvider'];
    removing.mutate({ path: `/api/v1/operator/providers/${encodeURIComponent(tax_id)}/removal`, body });
  };
  const mistakes = mistakesOf(form.formState.errors);
  const needed = { required: t('printing.needed') };
  const text = (name: 'tax_id' | 'place' | 'address' | 'contact' | 'email', label: string, maxLength: number, more: { mono?: boolean; isDisabled?: boolean; type?: 'email' } = {}) => (
    <FormText control={form.control} name={name} rules={needed} label={t(label)} maxLength={maxLength} {...more} />
  );
  const send = form.handleSubmit((fields) => {
    const body = { kind: 'list_provider', ...fields, tax_id: fields.tax_id.trim() } satisfies Schemas['ListProvider'];
    listing.mutate({ path: `/api/v1/operator/providers/${encodeURIComponent(body.tax_id)}`, body, method: 'PUT' });
  });
  if (!kept.ready) return <Skeleton lines={8} />;
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <FormErrors errors={mistakes} />
      <Card>
        <div className="grid">
          {text('tax_id', 'printing.tax_id', 20, { mono: true, isDisabled: provider !== undefined })}
          <FormSelect control={form.control} name="role" label={t('printing.role')} choices={roles.map((one) => ({ id: one.code, name: one.name }))} />
          {text('place', 'printing.town', 100)}
          {text('address', 'printing.address', 300)}
          {text('contact', 'printing.contact', 200)}
          {text('email', 'printing.email', 200, { type: 'email' })}
        </div>
        <FormChoices
          control={form.control}
          name="groups"
          rules={{ validate: (chosen) => chosen.length > 0 || t('operator_printing.choose_group') }}
          label={t('printing.groups')}
          choices={groups.map((one) => ({ id: one.group, name: one.name }))}
        />
      </Card>
      {listing.error && !mistakes.length && <AgentNotice error={listing.error} />}
      {removing.error && <AgentNotice error={removing.error} />}
      <div className="row">
        <Button look="main" type="submit" isDisabled={listing.isPending}>
          {t('operator_printing.sign_and_list')}
        </Button>
        {provider && (
          <ConfirmButton label={t('operator_printing.remove_provider')} look="danger" isDisabled={removing.isPending} onConfirm={() => remove(provider.tax_id)}>
            <p>{t('operator_printing.remove_provider_about')}</p>
          </ConfirmButton>
        )}
        <ButtonLink href="/operator/providers">{t('ui.not_now')}</ButtonLink>
      </div>
    </form>
  );
}
