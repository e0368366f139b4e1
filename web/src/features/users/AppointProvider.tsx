// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { dayFromToday } from '@/ui/days';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormChoices, FormDate, FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { useLimits } from './people';

const kYear = 364;
const kRights = ['order_codes', 'report_application'] as const;

/** Lets another participant order codes and report their application in our name. */
export function AppointProvider({ onDone }: { onDone: () => void }) {
  const t = useText();
  const { groups } = useLimits();
  const form = useForm({
    defaultValues: { provider: '', rights: [...kRights] as string[], groups: [] as string[], from: dayFromToday(0), until: dayFromToday(kYear) },
    shouldFocusError: false,
  });
  const appoint = useDocument({
    onDone: () => {
      toast(t('users.appointed'));
      onDone();
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  const needed = { required: t('users.needed') };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit(({ groups: chosen, ...fields }) =>
          appoint.mutate({
            kind: 'appoint_provider',
            ...fields,
            provider: fields.provider.trim(),
            ...(chosen.length ? { groups: chosen } : {}),
          }),
        )(event)
      }
    >
      <FormErrors errors={mistakes} />
      <FormText control={form.control} name="provider" rules={needed} label={t('users.provider_tax_id')} mono inputMode="numeric" />
      <FormChoices
        control={form.control}
        name="rights"
        rules={{ validate: (chosen) => chosen.length > 0 || t('users.choose_right') }}
        label={t('users.allowed')}
        choices={kRights.map((id) => ({ id, name: t(`users.right.${id}`) }))}
      />
      <FormChoices control={form.control} name="groups" label={t('users.groups')} hint={t('users.limit_hint')} choices={groups} />
      <FormDate control={form.control} name="from" rules={needed} label={t('users.first_day')} />
      <FormDate control={form.control} name="until" rules={needed} label={t('users.last_day')} />
      <p className="quiet small">{t('users.appoint_about')}</p>
      {appoint.error && !mistakes.length && <AgentNotice error={appoint.error} />}
      <div>
        <Button look="main" type="submit" isDisabled={appoint.isPending}>
          {t('users.sign_appoint')}
        </Button>
      </div>
    </form>
  );
}
