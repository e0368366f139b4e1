// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useKeptForm } from '@/api/saved_form';
import { groupsQuery, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { dayFromToday, momentAfter, momentOf } from '@/ui/days';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormDate, FormSelect, FormText, FormTextArea } from '@/ui/form_fields';
import { Card, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

const kLanguages = ['uz', 'ru', 'en'] as const;
const kEveryGroup = 'all';
const kAudiences = ['everybody', 'participants'] as const;

/** In three languages at once: whoever reads sees his own. */
export default function Publish() {
  const t = useText();
  const go = useGo();
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const form = useForm({
    defaultValues: {
      audience: 'participants',
      group: kEveryGroup,
      from: dayFromToday(0),
      until: '',
      title: { uz: '', ru: '', en: '' },
      text: { uz: '', ru: '', en: '' },
    },
    shouldFocusError: false,
  });
  const kept = useKeptForm('publish_announcement', 'publish_announcement', form);
  const publish = useConfirmed<Schemas['Announcement']>({
    onDone: () => {
      kept.forget();
      toast(t('operator_announcements.published'));
      go('/operator/announcements');
    },
    onRefused: (error) => showRefusal(form, error),
  });
  const mistakes = mistakesOf(form.formState.errors);
  const needed = { required: t('operator_announcements.needed') };
  const send = form.handleSubmit((fields) => {
    const body: Schemas['PublishAnnouncement'] = {
      kind: 'publish_announcement',
      audience: fields.audience as Schemas['Audience'],
      title: fields.title,
      text: fields.text,
      from: momentOf(fields.from),
      ...(fields.group === kEveryGroup ? {} : { group: fields.group }),
      ...(fields.until ? { until: momentAfter(fields.until) } : {}),
    };
    publish.mutate({ path: '/api/v1/operator/announcements', body });
  });
  return (
    <div className="narrow">
      <PageHeader title={t('operator_announcements.publish')} about={t('operator_announcements.publish_about')} />
      <Card>
        <form className="stack" noValidate onSubmit={(event) => void send(event)}>
          <FormErrors errors={mistakes} />
          <FormSelect
            control={form.control}
            name="audience"
            label={t('operator_announcements.audience')}
            choices={kAudiences.map((id) => ({ id, name: t(`operator_announcements.audience.${id}`) }))}
          />
          <FormSelect
            control={form.control}
            name="group"
            label={t('operator_announcements.group')}
            choices={[{ id: kEveryGroup, name: t('operator_announcements.all_groups') }, ...groups.map((one) => ({ id: one.group, name: one.name }))]}
          />
          <FormDate control={form.control} name="from" rules={needed} label={t('operator_announcements.from')} />
          <FormDate control={form.control} name="until" label={t('operator_announcements.until')} hint={t('operator_announcements.until_hint')} />
          {kLanguages.map((language) => (
            <fieldset key={language} className="stack" lang={language === 'uz' ? 'uz-Latn' : language}>
              <legend>{t(`operator_announcements.language.${language}`)}</legend>
              <FormText control={form.control} name={`title.${language}`} rules={needed} label={t('operator_announcements.headline')} />
              <FormTextArea control={form.control} name={`text.${language}`} rules={needed} label={t('operator_announcements.text')} rows={4} />
            </fieldset>
          ))}
          {publish.error && !mistakes.length && <AgentNotice error={publish.error} />}
          <div>
            <Button look="main" type="submit" isDisabled={publish.isPending || !kept.ready}>
              {t('operator_announcements.sign')}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
