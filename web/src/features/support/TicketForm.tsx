// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { api, call } from '@/api/client';
import { groupsQuery, type Schemas } from '@/api/queries';
import { useKeptForm } from '@/api/saved_form';
import { useOnce } from '@/signing/intent';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice, FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormSelect, FormText, FormTextArea } from '@/ui/form_fields';
import { ButtonLink } from '@/ui/Link';
import { SavedNote } from '@/ui/SavedNote';
import { Card, Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { kinds, kLongestSubject, kNothing, ticketOf, type Prefilled, type TicketFields } from './asked_about';
import { Term } from './Term';

interface Props {
  desk: Schemas['Support'];
  user: string;
  prefilled: Prefilled;
}

/** Each thing one asks about has a draft of its own: a question about an error does not overwrite the one begun before. */
const draftOf = (user: string, { error, request, kind, value }: Prefilled): string =>
  ['open_ticket', user, request || error || (kind === kNothing ? '' : `${kind} ${value}`)].filter(Boolean).join(' ').slice(0, 60);

export function TicketForm({ desk, user, prefilled }: Props) {
  const t = useText();
  const go = useGo();
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const { error, request, page } = prefilled;
  const form = useForm<TicketFields>({
    defaultValues: {
      topic: desk.topics.some((one) => one.topic === prefilled.topic) ? prefilled.topic : '',
      group: kNothing,
      kind: prefilled.kind,
      value: prefilled.value,
      subject: prefilled.subject,
      text: error ? t('support.met_error', { error, request: request || 'none', page: page || 'none' }) : '',
    },
    shouldFocusError: false,
  });
  const kept = useKeptForm(draftOf(user, prefilled), 'open_ticket', form);
  const ask = useOnce(
    (body: Schemas['OpenTicket'], header) => call(api.POST('/api/v1/tickets', { params: { header }, body })),
    {
      onDone: ({ ticket }) => {
        kept.forget();
        toast(t('support.sent', { number: ticket.ticket }));
        go(`/support/${ticket.ticket}`, { replace: true });
      },
      onRefused: (refused) => {
        const belongs = showRefusal(form, refused);
        if (!belongs) showRefusal(form, refused, '/about');
      },
    },
  );
  const mistakes = mistakesOf(form.formState.errors);
  const [topic, kind] = useWatch({ control: form.control, name: ['topic', 'kind'] });
  const needed = { required: t('support.needed') };
  const chosen = desk.topics.find((one) => one.topic === topic);
  const send = form.handleSubmit((fields) => ask.mutate(ticketOf(fields)));
  return (
    <Card>
      <form className="stack" noValidate onSubmit={(event) => void send(event)}>
        <FormErrors errors={mistakes} />
        {error && <Notice tone="main">{t('support.error_goes_along', { error })}</Notice>}
        <FormSelect
          control={form.control}
          name="topic"
          rules={needed}
          label={t('support.topic')}
          choices={desk.topics.map((one) => ({ id: one.topic, name: one.name }))}
        />
        {chosen && <Term topic={chosen} desk={desk} />}
        <FormText control={form.control} name="subject" rules={needed} label={t('support.subject')} hint={t('support.subject_hint')} maxLength={kLongestSubject} />
        <FormTextArea control={form.control} name="text" rules={needed} label={t('support.text')} hint={t('support.text_hint')} rows={8} maxLength={10_000} />
        <fieldset className="stack">
          <legend>{t('support.refers_to')}</legend>
          <FormSelect
            control={form.control}
            name="kind"
            label={t('support.kind')}
            choices={[kNothing, ...kinds].map((id) => ({ id, name: t(`support.kind.${id}`) }))}
          />
          {kind !== kNothing && (
            <FormText
              control={form.control}
              name="value"
              label={t(`support.value.${kind}`)}
              hint={kind === 'code' ? t('support.code_hint') : undefined}
              rules={kind === 'code' ? needed : { ...needed, pattern: { value: /^\s*[1-9]\d{0,18}\s*$/, message: t('support.only_digits') } }}
              maxLength={400}
              mono
            />
          )}
          <FormSelect
            control={form.control}
            name="group"
            label={t('support.group')}
            choices={[{ id: kNothing, name: t('support.group_none') }, ...groups.map((one) => ({ id: one.group, name: one.name }))]}
          />
        </fieldset>
        {ask.error && !mistakes.length && <ErrorNotice error={ask.error} />}
        <div className="row">
          <Button look="main" type="submit" isDisabled={ask.isPending || !kept.ready}>
            {t('support.send')}
          </Button>
          <ButtonLink href="/support">{t('ui.not_now')}</ButtonLink>
          <SavedNote state={kept.state} />
        </div>
      </form>
    </Card>
  );
}
