// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useForm, type Control } from 'react-hook-form';
import { useKeptForm } from '@/api/saved_form';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument, type AnyDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { dayFromToday } from '@/ui/days';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormChoices, FormDate } from '@/ui/form_fields';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

const kYear = 364;

/** To whom something is allowed: a person of the organisation, or another participant. */
export interface Grant {
  number: string;
  person: string;
  person_id: string;
  provider: string;
  rights: string[];
  groups: string[];
  from: string;
  until: string;
}

interface Props {
  /** Of the document. */
  kind: string;
  /** What may be allowed, and what is chosen at first. */
  rights: readonly string[];
  chosen: readonly string[];
  documentOf: (grant: Grant) => AnyDocument;
  /** What is said when it was signed, and on the button before. */
  done: string;
  action: string;
  about?: string;
  /** Who it is. */
  children: (control: Control<Grant>, needed: { required: string }) => ReactNode;
  limits?: (control: Control<Grant>) => ReactNode;
  onDone: () => void;
}

/** Who may act, in what, and how long; signed. */
export function GrantForm({ kind, rights, chosen, documentOf, done, action, about, children, limits, onDone }: Props) {
  const t = useText();
  const form = useForm<Grant>({
    defaultValues: {
      number: '',
      person: '',
      person_id: '',
      provider: '',
      rights: [...chosen],
      groups: [],
      from: dayFromToday(0),
      until: dayFromToday(kYear),
    },
    shouldFocusError: false,
  });
  const kept = useKeptForm(kind, kind, form);
  const give = useDocument({
    onDone: () => {
      kept.forget();
      toast(done);
      onDone();
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  const needed = { required: t('users.needed') };
  if (!kept.ready) return <Skeleton />;
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit((grant) => give.mutate(documentOf(grant)))(event)}>
      <FormErrors errors={mistakes} />
      {children(form.control, needed)}
      <FormChoices
        control={form.control}
        name="rights"
        rules={{ validate: (list) => list.length > 0 || t('users.choose_right') }}
        label={t('users.allowed')}
        choices={rights.map((id) => ({ id, name: t(`users.right.${id}`) }))}
      />
      {limits?.(form.control)}
      <FormDate control={form.control} name="from" rules={needed} label={t('users.first_day')} />
      <FormDate control={form.control} name="until" rules={needed} label={t('users.last_day')} />
      {about && <p className="quiet small">{about}</p>}
      {give.error && !mistakes.length && <AgentNotice error={give.error} />}
      <div>
        <Button look="main" type="submit" isDisabled={give.isPending}>
          {action}
        </Button>
      </div>
    </form>
  );
}
