// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, call, newKey, sendBytes } from '@/api/client';
import { useSystem, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { utf8 } from '@/signing/bytes';
import { useSigner } from '@/signing/signer';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormCheck, FormText } from '@/ui/form_fields';
import { usePreferences } from '@/ui/preferences';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Day } from '@/ui/values';
import { keepContacts, keptContacts } from './kept_contacts';

interface Fields {
  email: string;
  phone: string;
  consent: boolean;
}

/** Two fields; everything else comes from the certificate. */
export function ApplicationForm({ terms }: { terms: Schemas['Onboarding'] }) {
  const t = useText();
  const go = useGo();
  const { sign } = useSigner();
  const sandbox = useSystem()?.sandbox;
  const { language } = usePreferences().preferences;
  const [key] = useState(newKey);
  const form = useForm<Fields>({ defaultValues: { ...keptContacts(), consent: false }, shouldFocusError: false });
  const sending = useMutation({
    mutationFn: async ({ email, phone }: Fields) => {
      const { challenge } = await call(api.POST('/api/v1/applications/challenge'));
      const body: Schemas['ApplicationBody'] = {
        challenge,
        email: email.trim(),
        phone: phone.replace(/[\s()-]/g, ''),
        language,
        consent: terms.consent,
      };
      const bytes = utf8(JSON.stringify(body));
      const signature = await sign(bytes, 'detached');
      keepContacts({ email: body.email, phone: body.phone });
      return sendBytes<Schemas['Application']>('/api/v1/applications', bytes, {
        'X-Signature': signature,
        'Idempotency-Key': key,
      });
    },
    // Letters of a sandbox are read on the next page: those to this address.
    onSuccess: (application, { email }) => go(`/application/${application.number}${sandbox ? `?to=${encodeURIComponent(email.trim())}` : ''}`),
    onError: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  return (
    <Card title={t('registration.application')}>
      <p className="quiet">{t('registration.from_certificate')}</p>
      <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit((fields) => sending.mutate(fields))(event)}>
        <FormErrors errors={mistakes} />
        <FormText
          control={form.control}
          name="email"
          rules={{ required: t('registration.email_needed') }}
          label={t('registration.email')}
          hint={t('registration.email_hint')}
          type="email"
          autoComplete="email"
        />
        <FormText
          control={form.control}
          name="phone"
          rules={{ required: t('registration.phone_needed') }}
          label={t('registration.phone')}
          hint={t('registration.phone_hint')}
          type="tel"
          autoComplete="tel"
        />
        <FormCheck control={form.control} name="consent" rules={{ required: t('registration.consent_needed') }}>
          {terms.consent_text}
        </FormCheck>
        <details>
          <summary>{t('registration.legal_basis')}</summary>
          <ul>
            {terms.legal_basis.map((act) => (
              <li key={act.name}>
                {act.name} (<Day date={act.effective_from} />)
              </li>
            ))}
          </ul>
        </details>
        {sending.error && !mistakes.length && <AgentNotice error={sending.error} />}
        <div>
          <Button look="main" type="submit" isDisabled={sending.isPending}>
            {t('registration.sign_and_send')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
