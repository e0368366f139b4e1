// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { newKey } from '@/api/client';
import { queryClient, type Schemas } from '@/api/queries';
import { useKeptForm } from '@/api/saved_form';
import { AgentNotice } from '@/signing/AgentNotice';
import { sendDocument } from '@/signing/documents';
import { useSigner } from '@/signing/signer';
import { Button } from '@/ui/Button';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal, useMending } from '@/ui/form';
import { SavedNote } from '@/ui/SavedNote';
import { Card, Skeleton, Steps } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { documentOf, fieldsOf, stageWith, stages, type Fields, type Profile } from './profile_fields';
import { ReviewStage } from './ReviewStage';
import { BankStage, ContactsStage, PartStage, SitesStage } from './stages';

interface Props {
  before: Profile | null;
  /** What the state's register says: a beginning for the postal address and the KPP. */
  registered?: Schemas['BusinessEntity'] | null;
  /** Such an organisation has a KPP, and so may its sites. */
  hasKpp: boolean;
  /** What the application said: a beginning for the first profile. */
  applied?: Schemas['AppliedContacts'] | null;
  groups: readonly Schemas['ProductGroup'][];
  parts: readonly Schemas['ParticipantPart'][];
  onDone: () => void;
  /** Where a profile stands already: it stays as it was signed. */
  onCancel?: () => void;
}

/** Four short stages, then a signature over the whole profile. */
export function ProfileForm({ before, registered, hasKpp, applied, groups, parts, onDone, onCancel }: Props) {
  const t = useText();
  const { sign } = useSigner();
  const [stage, setStage] = useState(0);
  const [key, setKey] = useState(newKey);
  const form = useForm<Fields>({ defaultValues: fieldsOf(before, registered, applied), shouldFocusError: false });
  useMending(form);
  const kept = useKeptForm('profile', 'complete_profile', form);
  const types = useWatch({ control: form.control, name: 'types' });
  const makes = parts.some((part) => part.production_sites && types.includes(part.code));
  const shown = stages.filter((one) => one.name !== 'sites' || makes);
  const last = stage >= shown.length - 1;
  const sending = useMutation({
    mutationFn: (fields: Fields) => sendDocument(documentOf(fields), sign, key),
    onSuccess: () => {
      kept.forget();
      toast(t('profile.saved'));
      void queryClient.invalidateQueries();
      onDone();
    },
    onError: (error) => {
      // Another document needs another key.
      setKey(newKey());
      showRefusal(form, error);
      const wrong = stageWith(mistakesOf(form.formState.errors));
      if (wrong >= 0) setStage(wrong);
    },
  });
  const goOn = async () => {
    const current = shown[stage];
    if (current && (await form.trigger(current.fields))) setStage(stage + 1);
  };
  const mistakes = mistakesOf(form.formState.errors);
  const name = shown[stage]?.name ?? 'contacts';
  return (
    <Card>
      <div className="spread">
        <Steps label={t('profile.stages')} stages={shown.map((one) => t(`profile.stage.${one.name}`))} at={stage} opened={before !== null} />
        <SavedNote state={kept.state} />
      </div>
      {!kept.ready && <Skeleton />}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (last ? form.handleSubmit((fields) => sending.mutate(fields))() : goOn());
        }}
      >
        <FormErrors errors={mistakes} />
        {name === 'contacts' && <ContactsStage form={form} hasKpp={hasKpp} />}
        {name === 'part' && <PartStage form={form} groups={groups} parts={parts} />}
        {name === 'bank' && <BankStage form={form} />}
        {name === 'sites' && <SitesStage form={form} hasKpp={hasKpp} />}
        {name === 'review' && <ReviewStage fields={form.getValues()} hasKpp={hasKpp} groups={groups} parts={parts} />}
        {sending.error && !mistakes.length && <AgentNotice error={sending.error} />}
        <div className="row">
          {stage > 0 && <Button onPress={() => setStage(stage - 1)}>{t('profile.back')}</Button>}
          <Button look="main" type="submit" isDisabled={sending.isPending || !kept.ready}>
            {t(last ? 'profile.sign' : 'profile.go_on')}
          </Button>
          {onCancel && (
            <Button
              look="quiet"
              isDisabled={sending.isPending}
              onPress={() => {
                kept.forget();
                onCancel();
              }}
            >
              {t('profile.discard')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
