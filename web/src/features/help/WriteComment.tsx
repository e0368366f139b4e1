// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import { useSavedForm } from '@/api/saved_form';
import { useOnce } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ErrorNotice, FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormText, FormTextArea } from '@/ui/form_fields';
import { SavedNote } from '@/ui/SavedNote';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

type Words = Schemas['WriteComment'];

/** A comment under a name one chooses, kept while it is written. */
export function WriteComment({ article, user }: { article: string; user: string }) {
  const kept = useSavedForm<Words>(`comment ${article} ${user}`, 'write_comment');
  if (kept.before === undefined) return <Skeleton lines={3} />;
  return <Form article={article} before={kept.before ?? { name: '', text: '' }} kept={kept} />;
}

function Form({ article, before, kept }: { article: string; before: Words; kept: ReturnType<typeof useSavedForm<Words>> }) {
  const t = useText();
  const form = useForm<Words>({ defaultValues: before, shouldFocusError: false });
  const write = useOnce(
    async (body: Words, header) => {
      const written = await call(api.POST('/api/v1/help/{article}/comments', { params: { path: { article }, header }, body }));
      await kept.forget();
      return written;
    },
    {
      onDone: ({ name }) => {
        form.reset({ name, text: '' });
        toast(t('help.commented'));
      },
      onRefused: (error) => showRefusal(form, error),
    },
  );
  const mistakes = mistakesOf(form.formState.errors);
  const send = form.handleSubmit(({ name, text }) => write.mutate({ name: name.trim(), text: text.trim() }));
  return (
    <form className="stack" noValidate onChange={() => kept.keep(form.getValues())} onSubmit={(event) => void send(event)}>
      <FormErrors errors={mistakes} />
      <FormTextArea
        control={form.control}
        name="text"
        rules={{ required: t('help.comment_needed') }}
        label={t('help.comment')}
        hint={t('help.comment_hint')}
        rows={3}
        maxLength={2000}
      />
      <FormText
        control={form.control}
        name="name"
        rules={{ required: t('help.name_needed') }}
        label={t('help.name')}
        hint={t('help.name_hint')}
        maxLength={60}
        autoComplete="nickname"
      />
      {write.error && !mistakes.length && <ErrorNotice error={write.error} />}
      <div className="row">
        <Button look="main" type="submit" isDisabled={write.isPending}>
          {t('help.publish')}
        </Button>
        <SavedNote state={kept.state} />
      </div>
    </form>
  );
}
