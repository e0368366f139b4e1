// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/api/client';
import { isProblem } from '@/api/problem';
import { queryClient, useMe, type Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { sendDocument } from '@/signing/documents';
import { useSigner } from '@/signing/signer';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ErrorNotice, FormErrors } from '@/ui/ErrorNotice';
import { SavedNote } from '@/ui/SavedNote';
import { Card, Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { AttributeField } from './AttributeField';
import { bodyOf, fieldAt, fieldsOf, missingOf, type Fields, type Value } from './card_fields';
import type { CardBody, CardForm } from './card_queries';
import { ConformityFields } from './ConformityFields';
import { FillExample } from './FillExample';
import { useKeptDraft } from './kept_draft';
import { NestedFields } from './NestedFields';
import { PhotoFields } from './PhotoFields';

interface Props {
  gtin: string;
  level: string;
  form: CardForm;
  before: CardBody | null;
  /** Of the moderator, about `remarked`. */
  remarks: readonly Schemas['CardRemark'][];
  remarked: CardBody | null;
  findings: readonly Schemas['CardFinding'][];
  /** There is an edition in force: legal changes make a new version. */
  published: boolean;
}

const kNothing: Value = { value: '', unit: '' };

interface Said {
  at: string;
  text: string;
}

/** What is said of a card, by field; what belongs to no field apart. */
function byField(said: readonly Said[], body: CardBody | null): { fields: Map<string, string>; whole: string[] } {
  const fields = new Map<string, string>();
  const whole: string[] = [];
  for (const { at, text } of said) {
    const field = body ? fieldAt(at, body) : null;
    if (field) fields.set(field, [fields.get(field), text].filter(Boolean).join(' '));
    else whole.push(text);
  }
  return { fields, whole };
}

/** A form made of what the group's cards say; kept and judged while it is filled in. */
export function CardEditor({ gtin, level, form, before, remarks, remarked, findings, published }: Props) {
  const t = useText();
  const go = useGo();
  const me = useMe();
  const { sign } = useSigner();
  const [fields, setFields] = useState<Fields>(() => fieldsOf(before));
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newKey);
  const draft = useKeptDraft(gtin, findings);
  const change = (changes: Partial<Fields>) => {
    const next = { ...fields, ...changes };
    setFields(next);
    draft.keep(bodyOf(next, form, { gtin, level }));
  };
  const sending = useMutation({
    mutationFn: async () => {
      const card = bodyOf(fields, form, { gtin, level });
      const kept = await draft.write(card);
      if (!kept || kept.findings.length || missingOf(fields, form).length) return null;
      return sendDocument({ kind: 'publish_card', card } as { kind: string }, sign, key);
    },
    onSuccess: (judged) => {
      setTried(true);
      if (!judged) return;
      toast(t(form.automatic ? 'goods.was_published' : 'goods.was_sent'));
      for (const queryKey of [['cards'], ['card', gtin], ['card_drafts'], ['catalogue']]) void queryClient.invalidateQueries({ queryKey });
      queryClient.removeQueries({ queryKey: ['card_draft', gtin] });
      go(`/goods/${gtin}`);
    },
    onError: () => {
      setTried(true);
      setKey(newKey());
    },
  });
  const names = new Map(form.attributes.map((one) => [one.id, one.name]));
  const missing = missingOf(fields, form);
  const refused = sending.error && isProblem(sending.error) ? sending.error.items.map((one) => ({ at: (one.pointer ?? '').replace(/^\/card/, ''), text: `${one.title}. ${one.remedy}` })) : [];
  // That a field is missing is known here, with its name; the system says it of the card as a whole.
  const told = draft.findings
    .filter((one) => one.at !== '/attributes')
    .map((one) => ({ at: one.at, text: `${one.attribute ? one.title.replaceAll(one.attribute, names.get(one.attribute) ?? one.attribute) : one.title}. ${one.remedy}` }));
  const found = byField([...told, ...refused.filter((one) => one.at !== '/attributes')], draft.judged ?? before);
  const remarkedAt = byField(remarks, remarked);
  const errorOf = (id: string): string | undefined =>
    [remarkedAt.fields.get(id) && t('goods.remark_of', { text: remarkedAt.fields.get(id) ?? '' }), found.fields.get(id), tried && missing.includes(id) ? t('goods.needed') : '']
      .filter(Boolean)
      .join(' ') || undefined;
  const mistakes = tried
    ? [...new Set([...missing, ...found.fields.keys()])].map((field) => ({ field, text: t('goods.mistake', { name: names.get(field) ?? t(`goods.part.${field.split('.')[0] ?? ''}`), text: errorOf(field) ?? '' }) }))
    : [];
  const errors = new Map([...remarkedAt.fields, ...found.fields]);
  const mayPublish = me?.rights.includes('publish_goods');
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <FormErrors errors={mistakes} />
      {remarkedAt.whole.map((text) => (
        <Notice key={text} tone="warn">{t('goods.remark_of', { text })}</Notice>
      ))}
      {published && <Notice tone="main">{t('goods.new_edition')}</Notice>}
      <Card title={t('goods.attributes')} actions={<SavedNote state={draft.state} />}>
        <FillExample form={form} values={fields.values} onFilled={(values) => change({ values })} />
        {form.headings.length > 0 && <p className="quiet">{t('goods.headings', { which: form.headings.join(', ') })}</p>}
        {form.attributes.map((attribute) => (
          <AttributeField
            key={attribute.id}
            attribute={attribute}
            value={fields.values[attribute.id] ?? kNothing}
            error={errorOf(attribute.id)}
            onChange={(value) => change({ values: { ...fields.values, [attribute.id]: value } })}
          />
        ))}
      </Card>
      {level !== 'UNIT' && (
        <Card>
          <NestedFields rows={fields.nested} errors={errors} onChange={(nested) => change({ nested })} />
        </Card>
      )}
      <Card>
        <PhotoFields gtin={gtin} form={form} photos={fields.photos} error={errors.get('photos')} onChange={(photos) => change({ photos })} />
      </Card>
      {form.conformity_kinds.length > 0 && (
        <Card>
          <ConformityFields form={form} rows={fields.conformity} errors={errors} onChange={(conformity) => change({ conformity })} />
        </Card>
      )}
      <Card title={t('goods.send')}>
        <p className="quiet">{form.automatic ? t('goods.send_automatic') : t('goods.send_moderated', { days: form.moderation_days ?? 0 })}</p>
        {missing.length > 0 && <p>{t('goods.still_missing', { count: missing.length })}</p>}
        {tried && found.whole.map((text) => <Notice key={text} tone="bad">{text}</Notice>)}
        {draft.error ? <ErrorNotice error={draft.error} /> : null}
        {sending.error && !refused.length && <AgentNotice error={sending.error} />}
        {!mayPublish && <Notice tone="warn">{t('goods.publish_right')}</Notice>}
        <div className="row">
          <Button look="main" type="submit" isDisabled={sending.isPending || !mayPublish}>
            {t('goods.sign_and_publish')}
          </Button>
          <Button onPress={() => go('/goods')}>{t('goods.later')}</Button>
        </div>
      </Card>
    </form>
  );
}
