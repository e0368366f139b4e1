// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { ProblemError, SilentError } from '@/api/problem';
import type { Schemas } from '@/api/queries';
import { PlainButton } from '@/ui/plain';
import { PlainCheck, PlainChoice, PlainText, PlainTextArea } from '@/ui/plain_fields';
import { usePreferences } from '@/ui/preferences';
import { useText } from '@/ui/text';
import type { Reported } from './ReportDoor';
import { deskQuery, refusedFields, reportOf, suggestedKind, type ReportFields } from './report';
import { rememberReport } from './report_memory';
import { Receipt } from './Receipt';
import { Silence } from './Silence';
import { WhereIAm } from './WhereIAm';

/** What somebody saw in a shop. Nobody signs in, and only the kind is asked for in any case. */
export default function Report({ about, onClose }: { about: Reported; onClose: () => void }) {
  const desk = useQuery(deskQuery);
  const t = useText();
  if (desk.error) return <Silence error={desk.error} onRetry={() => void desk.refetch()} />;
  if (!desk.data) return <p role="status">{t('ui.loading')}</p>;
  return <Form about={about} kinds={desk.data.violations} onClose={onClose} />;
}

function Form({ about, kinds, onClose }: { about: Reported; kinds: readonly Schemas['ViolationKind'][]; onClose: () => void }) {
  const t = useText();
  const { language } = usePreferences().preferences;
  const [fields, setFields] = useState<ReportFields>({
    kind: suggestedKind(about.verdict, kinds),
    goods: about.goods ?? '',
    shop: '',
    address: '',
    where: null,
    text: '',
    email: '',
    consent: false,
  });
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newKey);
  const send = useMutation({
    mutationFn: () => call(api.POST('/api/v1/violations', { params: { header: { 'Idempotency-Key': key } }, body: reportOf(fields, language) })),
    onSuccess: (receipt) => rememberReport({ ...receipt, kind: fields.kind, at: new Date().toISOString() }),
    // While there was no answer, it is the same report that is sent again.
    onError: (error) => !(error instanceof SilentError) && setKey(newKey()),
  });
  if (send.data) return <Receipt receipt={send.data} hasLetter={fields.email.trim() !== ''} />;

  const set = (changes: Partial<ReportFields>) => setFields({ ...fields, ...changes });
  const refused = refusedFields(send.error);
  const chosen = kinds.find((one) => one.kind === fields.kind);
  const missing = {
    kind: fields.kind ? undefined : t('check.report.kind_needed'),
    goods: chosen?.needs_goods && !fields.goods.trim() ? t('check.report.goods_needed') : undefined,
    consent: fields.email.trim() && !fields.consent ? t('check.report.consent_needed') : undefined,
  };
  const own = (name: keyof typeof missing) => (tried ? missing[name] : undefined);
  const known = ['kind', 'code', 'gtin', 'shop', 'address', 'text', 'email', 'consent'];
  const elsewhere = send.error && !(send.error instanceof ProblemError && Object.keys(refused).every((name) => known.includes(name)) && Object.keys(refused).length);
  const submit = () => {
    setTried(true);
    if (!Object.values(missing).some(Boolean) && !send.isPending) send.mutate();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="quiet">{t('check.report.about')}</p>
      <PlainChoice
        label={t('check.report.kind')}
        value={fields.kind}
        onValue={(kind) => set({ kind })}
        choices={kinds.map((one) => ({ id: one.kind, name: one.name }))}
        nothing={t('ui.choose')}
        error={own('kind') ?? refused.kind}
      />
      {about.goods ? (
        <p>
          {t('check.report.of')} <strong>{about.name}</strong> <span className="mono small">{about.goods}</span>
        </p>
      ) : (
        <PlainText
          label={t('check.report.goods')}
          hint={t('check.report.goods_hint')}
          value={fields.goods}
          onValue={(goods) => set({ goods })}
          error={own('goods') ?? refused.code ?? refused.gtin}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={400}
          mono
        />
      )}
      <PlainText label={t('check.report.shop')} value={fields.shop} onValue={(shop) => set({ shop })} error={refused.shop} maxLength={200} />
      <PlainText label={t('check.report.address')} value={fields.address} onValue={(address) => set({ address })} error={refused.address} maxLength={500} autoComplete="off" />
      <WhereIAm where={fields.where} onWhere={(where) => set({ where })} />
      <PlainTextArea label={t('check.report.text')} value={fields.text} onValue={(text) => set({ text })} error={refused.text} maxLength={5000} rows={4} />
      <PlainText
        label={t('check.report.email')}
        hint={t('check.report.email_hint')}
        type="email"
        autoComplete="email"
        value={fields.email}
        onValue={(email) => set({ email })}
        error={refused.email}
        maxLength={254}
      />
      {fields.email.trim() && (
        <PlainCheck isChecked={fields.consent} onChange={(consent) => set({ consent })} error={own('consent') ?? refused.consent}>
          {t('check.report.consent')}
        </PlainCheck>
      )}
      {elsewhere && <Silence error={send.error} onRetry={submit} />}
      <div className="row">
        <PlainButton look="main" type="submit" disabled={send.isPending}>
          {t('check.report.send')}
        </PlainButton>
        <PlainButton onClick={onClose}>{t('ui.not_now')}</PlainButton>
      </div>
    </form>
  );
}
