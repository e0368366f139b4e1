// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useKeptForm } from '@/api/saved_form';
import { AgentNotice } from '@/signing/AgentNotice';
import { openCertificate } from '@/signing/certificate_file';
import { useDocument } from '@/signing/intent';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal, useMending } from '@/ui/form';
import { FormSelect, FormText } from '@/ui/form_fields';
import { languages, usePreferences } from '@/ui/preferences';
import { Card, PageHeader, Skeleton, Steps } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { AccessFields } from './AccessFields';
import { CertificateStage } from './CertificateStage';
import { ReviewStage } from './ReviewStage';
import { documentOf, emptyUser, stageWith, stages, type NewUser } from './new_user';

/** Certificate, contacts, what the person may do, then the signature of the administrator. */
export default function AddUser() {
  const t = useText();
  const go = useGo();
  const { language } = usePreferences().preferences;
  const [stage, setStage] = useState(0);
  const form = useForm<NewUser>({ defaultValues: emptyUser(language), shouldFocusError: false });
  useMending(form);
  const kept = useKeptForm('admit_user', 'admit_user', form);
  const certificate = useWatch({ control: form.control, name: 'certificate' });
  const opened = certificate ? openCertificate(new TextEncoder().encode(certificate)) : null;
  const admit = useDocument({
    onDone: (judged) => {
      kept.forget();
      toast(t('users.added_toast'));
      go(judged.document ? `/users?user=${judged.document}` : '/users');
    },
    onRefused: (error) => {
      showRefusal(form, error);
      const wrong = stageWith(mistakesOf(form.formState.errors));
      if (wrong >= 0) setStage(wrong);
    },
  });
  const last = stage === stages.length - 1;
  const goOn = async () => {
    if (await form.trigger(stages[stage]?.fields)) setStage(stage + 1);
  };
  const mistakes = mistakesOf(form.formState.errors);
  const name = stages[stage]?.name;
  return (
    <div className="narrow">
      <PageHeader title={t('users.add')} about={t('users.add_about')} />
      <Card>
        <Steps label={t('users.stages')} stages={stages.map((one) => t(`users.stage.${one.name}`))} at={stage} />
        {!kept.ready && <Skeleton />}
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void (last ? form.handleSubmit((fields) => admit.mutate(documentOf(fields)))() : goOn());
          }}
        >
          <FormErrors errors={mistakes} />
          {name === 'certificate' && <CertificateStage form={form} shown={opened?.shown ?? null} />}
          {name === 'contacts' && (
            <>
              <FormText
                control={form.control}
                name="email"
                rules={{ required: t('users.email_needed') }}
                label={t('users.email')}
                hint={t('users.email_hint')}
                type="email"
              />
              <FormSelect
                control={form.control}
                name="language"
                label={t('users.language')}
                choices={languages.map((id) => ({ id, name: t(`users.language.${id}`) }))}
              />
            </>
          )}
          {name === 'access' && <AccessFields form={form} />}
          {name === 'review' && <ReviewStage form={form} shown={opened?.shown ?? null} />}
          {admit.error && !mistakes.length && <AgentNotice error={admit.error} />}
          <div className="row">
            {stage > 0 && <Button onPress={() => setStage(stage - 1)}>{t('users.back')}</Button>}
            <Button look="main" type="submit" isDisabled={admit.isPending || !kept.ready}>
              {t(last ? 'users.sign_add' : 'users.go_on')}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
