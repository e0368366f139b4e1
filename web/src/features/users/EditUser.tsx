// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { AccessFields } from './AccessFields';
import type { User } from './people';

/** What changes counts at the next call of the person, without signing in again. */
export function EditUser({ user, onDone }: { user: User; onDone: () => void }) {
  const t = useText();
  const form = useForm({
    defaultValues: { email: user.email, roles: user.roles, groups: user.groups, places: user.places },
    shouldFocusError: false,
  });
  const change = useDocument({
    onDone: () => {
      toast(t('users.changed'));
      onDone();
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit(({ email, ...access }) =>
          change.mutate({ kind: 'change_user', user: user.user, email: email.trim(), ...access }),
        )(event)
      }
    >
      <FormErrors errors={mistakes} />
      <FormText control={form.control} name="email" rules={{ required: t('users.email_needed') }} label={t('users.email')} type="email" autoFocus />
      <AccessFields form={form} />
      {change.error && !mistakes.length && <AgentNotice error={change.error} />}
      <div className="row">
        <Button look="main" type="submit" isDisabled={change.isPending}>
          {t('users.sign_change')}
        </Button>
        <Button onPress={onDone}>{t('users.leave')}</Button>
      </div>
    </form>
  );
}
