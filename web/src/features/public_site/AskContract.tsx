// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, call, newKey } from '@/api/client';
import { SilentError } from '@/api/problem';
import { Button } from '@/ui/Button';
import { ErrorNotice, FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormText } from '@/ui/form_fields';
import { Card, Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';

const kEmpty = { company: '', tax_id: '', person: '', email: '', phone: '' };

/** Whoever deals in goods of the group and is not registered yet: the manager of the group answers. */
export function AskContract({ group }: { group: string }) {
  const t = useText();
  const [key, setKey] = useState(newKey);
  const [open, setOpen] = useState(false);
  const form = useForm({ defaultValues: kEmpty, shouldFocusError: false });
  const asking = useMutation({
    mutationFn: (fields: typeof kEmpty) =>
      call(
        api.POST('/api/v1/prior-contracts', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...fields, phone: fields.phone.replace(/[\s()-]/g, ''), group },
        }),
      ),
    onSuccess: () => {
      form.reset();
      setOpen(false);
    },
    onError: (error) => showRefusal(form, error),
    // What got no answer may have arrived: sent again it is the same request.
    onSettled: (_answer, error) => !(error instanceof SilentError) && setKey(newKey()),
  });
  const needed = { required: t('public_site.needed') };
  const mistakes = mistakesOf(form.formState.errors);
  const field = (name: keyof typeof kEmpty, label: string) => ({ control: form.control, name, rules: needed, label: t(`public_site.${label}`) });
  return (
    <Card title={t('public_site.ask_contract')}>
      <p className="quiet">{t('public_site.ask_contract_about')}</p>
      {asking.data && (
        <Notice tone="good">
          <strong role="status">{t('public_site.contract_asked', { number: asking.data.number })}</strong>
        </Notice>
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('public_site.fill_in')}</summary>
        <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit((fields) => asking.mutate(fields))(event)}>
          <FormErrors errors={mistakes} />
          <FormText {...field('company', 'company')} autoComplete="organization" />
          <FormText {...field('tax_id', 'tax_id')} inputMode="numeric" mono />
          <FormText {...field('person', 'contact')} autoComplete="name" />
          <FormText {...field('email', 'email')} type="email" autoComplete="email" />
          <FormText {...field('phone', 'phone')} type="tel" autoComplete="tel" />
          {asking.error && !mistakes.length && <ErrorNotice error={asking.error} />}
          <div>
            <Button look="main" type="submit" isDisabled={asking.isPending}>
              {t('public_site.send_request')}
            </Button>
          </div>
        </form>
      </details>
    </Card>
  );
}
