// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useKeptForm } from '@/api/saved_form';
import { usePlaces } from '@/api/places';
import type { Schemas } from '@/api/queries';
import { registrarsQuery, type Registrar } from '@/api/registrars';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice, FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormRadio, FormSelect, FormText } from '@/ui/form_fields';
import { ButtonLink } from '@/ui/Link';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

/** A device at one's own line is registered, or remote access asked for; signed. */
export default function NewRegistrar() {
  const t = useText();
  const country = useQuery(registrarsQuery);
  const places = usePlaces();
  return (
    <>
      <PageHeader title={t('printing.add')} about={t('printing.add_about')} />
      {country.error && <ErrorNotice error={country.error} onRetry={() => void country.refetch()} />}
      {(country.isPending || places.isPending) && <Skeleton />}
      {country.data && !country.data.used && (
        <EmptyState title={t('printing.not_used')} action={<ButtonLink href="/printing">{t('printing.title')}</ButtonLink>}>
          {t('printing.about_none')}
        </EmptyState>
      )}
      {country.data?.used && !places.isPending && <ApplyForm country={country.data} sites={places.sites} />}
    </>
  );
}

const kFields = { device: ['serial', 'model', 'software'], remote: ['access'] } as const;

function ApplyForm({ country, sites }: { country: Schemas['Registrars']; sites: string[] }) {
  const t = useText();
  const go = useGo();
  const form = useForm({
    defaultValues: {
      registrar: country.kinds[0] ?? 'device',
      serial: '',
      model: '',
      software: '',
      access: country.access[0]?.code ?? '',
      place: sites[0] ?? '',
    },
    shouldFocusError: false,
  });
  const kept = useKeptForm('apply_registrar', 'apply_registrar', form);
  const kind = useWatch({ control: form.control, name: 'registrar' });
  const asking = useConfirmed<Registrar>({
    onDone: ({ number }) => {
      kept.forget();
      toast(t('printing.asked'));
      go(`/printing?registrar=${number}`);
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  const needed = { required: t('printing.needed') };
  const send = form.handleSubmit((fields) => {
    const said = Object.fromEntries(kFields[fields.registrar].map((name) => [name, fields[name].trim()]));
    const body = { kind: 'apply_registrar', registrar: fields.registrar, place: fields.place.trim(), ...said } satisfies Schemas['ApplyRegistrar'];
    asking.mutate({ path: '/api/v1/registrars', body });
  });
  if (!kept.ready) return <Skeleton />;
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <FormErrors errors={mistakes} />
      <Card>
        <FormRadio
          control={form.control}
          name="registrar"
          label={t('printing.what_is_asked')}
          choices={country.kinds.map((id) => ({ id, name: t(`printing.kind.${id}`), about: t(`printing.kind_about.${id}`) }))}
        />
        {kind === 'device' ? (
          <>
            <FormText control={form.control} name="serial" rules={needed} label={t('printing.serial')} hint={t('printing.serial_hint')} mono maxLength={60} autoComplete="off" />
            <FormText control={form.control} name="model" rules={needed} label={t('printing.model')} maxLength={60} autoComplete="off" />
            <FormText control={form.control} name="software" rules={needed} label={t('printing.software')} mono maxLength={40} autoComplete="off" />
          </>
        ) : (
          <FormSelect control={form.control} name="access" label={t('printing.access')} choices={country.access.map((one) => ({ id: one.code, name: one.name }))} />
        )}
        {sites.length ? (
          <FormSelect control={form.control} name="place" label={t('printing.place')} choices={sites.map((id) => ({ id, name: id }))} />
        ) : (
          <FormText control={form.control} name="place" rules={needed} label={t('printing.place')} hint={t('printing.place_hint')} maxLength={200} />
        )}
      </Card>
      <p className="quiet small">{t('printing.what_follows')}</p>
      {asking.error && !mistakes.length && <AgentNotice error={asking.error} />}
      <div className="row">
        <Button look="main" type="submit" isDisabled={asking.isPending}>
          {t('printing.sign_and_ask')}
        </Button>
        <ButtonLink href="/printing">{t('ui.not_now')}</ButtonLink>
      </div>
    </form>
  );
}
