// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { useMe } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { dayFromToday } from '@/ui/days';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormChoices, FormDate, FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

const kYear = 364;

/** Given by the head alone: whose personal certificate may act, in what, and how long. */
export function GivePower({ onDone }: { onDone: () => void }) {
  const t = useText();
  const rights = useMe()?.rights ?? [];
  const form = useForm({
    defaultValues: {
      number: '',
      person: '',
      person_id: '',
      rights: [] as string[],
      from: dayFromToday(0),
      until: dayFromToday(kYear),
    },
    shouldFocusError: false,
  });
  const give = useDocument({
    onDone: () => {
      toast(t('users.power_given'));
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
        void form.handleSubmit((fields) => give.mutate({ kind: 'power_of_attorney', decision: 'give', ...fields }))(event)
      }
    >
      <FormErrors errors={mistakes} />
      <FormText control={form.control} name="number" rules={needed} label={t('users.number')} hint={t('users.power_number_hint')} mono />
      <FormText control={form.control} name="person" rules={needed} label={t('users.representative')} />
      <FormText control={form.control} name="person_id" rules={needed} label={t('users.person_id')} hint={t('users.person_id_hint')} mono />
      <FormDate control={form.control} name="from" rules={needed} label={t('users.first_day')} />
      <FormDate control={form.control} name="until" rules={needed} label={t('users.last_day')} />
      <FormChoices
        control={form.control}
        name="rights"
        rules={{ validate: (chosen) => chosen.length > 0 || t('users.choose_right') }}
        label={t('users.allowed')}
        choices={rights.map((id) => ({ id, name: t(`users.right.${id}`) }))}
      />
      {give.error && !mistakes.length && <AgentNotice error={give.error} />}
      <div>
        <Button look="main" type="submit" isDisabled={give.isPending}>
          {t('users.sign_power')}
        </Button>
      </div>
    </form>
  );
}
