// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useGoods } from '@/api/goods';
import { useDictionaries } from '@/api/queries';
import type { SavedForm } from '@/api/saved_form';
import { AgentNotice } from '@/signing/AgentNotice';
import { tryDocument } from '@/signing/verdict';
import { useAddress } from '@/ui/address';
import { Button } from '@/ui/Button';
import { readAside } from '@/ui/codes/read_aside';
import type { ReadCode } from '@/ui/codes/read_codes';
import { CodeField } from '@/ui/codes/CodeField';
import { FormErrors } from '@/ui/ErrorNotice';
import { mistakesOf, showRefusal } from '@/ui/form';
import { SavedNote } from '@/ui/SavedNote';
import { Tabs } from '@/ui/Tabs';
import { Card, Notice, ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { hasRules, ruledBy } from './chosen_rules';
import { documentOf, narrowed, type Filled } from './job_document';
import { codeFieldsOf, type Field, type Job } from './jobs';
import { JobField } from './JobFields';
import { keptOf, type Kept } from './kept_form';
import { useFieldName } from './names';
import { SignJob } from './SignJob';
import { FromOrder, FromPackage, FromSearch } from './sources';
import { Trial } from './Trial';
import { FromVerifier } from './FromVerifier';
import './documents.css';

const kWanted: Partial<Record<string, 'emitted' | 'applied' | 'introduced' | 'retired'>> = {
  print: 'emitted',
  introduce: 'applied',
  aggregate: 'introduced',
  correct: 'introduced',
  cancel_withdrawal: 'retired',
  return: 'retired',
};

interface Props {
  job: Job;
  begin: Filled | null;
  saved: SavedForm<Kept>;
}

export function JobForm({ job: whole, begin, saved }: Props) {
  const t = useText();
  const [{ order, line }, setAddress] = useAddress();
  const { goods, productOf } = useGoods();
  const fieldName = useFieldName();
  const form = useForm<Record<string, string>>({
    defaultValues: Object.fromEntries(whole.fields.filter((one) => one.type !== 'codes').map((one) => [one.name, begin?.values[one.name] ?? ''])),
  });
  const [way, reason] = useWatch({ control: form.control, name: ['way', 'reason'], disabled: !hasRules(whole) });
  const job = ruledBy(whole, { way, reason }, useDictionaries());
  const [codes, setCodes] = useState<Record<string, ReadCode[]>>(begin?.codes ?? {});
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [signing, setSigning] = useState<Filled | null>(null);
  const lists = codeFieldsOf(job);
  const plain = job.fields.filter((one) => one.type !== 'codes');
  const filled = (): Filled => ({ values: form.getValues(), codes });

  const [long, setLong] = useState(() => begin !== null && keptOf(begin).long);
  const keep = useRef(() => {});
  useEffect(() => {
    keep.current = () => {
      const { kept, long: tooLong } = keptOf(filled());
      setLong(tooLong);
      saved.keep(kept);
    };
  });
  const { subscribe } = form;
  useEffect(() => subscribe({ formState: { values: true }, callback: () => keep.current() }), [subscribe]);

  const trial = useMutation({
    mutationFn: () => tryDocument(documentOf(job, filled())),
    onSuccess: (verdict) => void showRefusal(form, { items: verdict.objections }),
    onError: (error) => void showRefusal(form, error),
  });
  const change = (name: string, list: ReadCode[]) => changeAll({ [name]: list });
  const changeAll = (changed: Record<string, ReadCode[]>) => {
    setCodes((before) => ({ ...before, ...changed }));
    setMissing({});
    trial.reset();
    setTimeout(() => keep.current(), 0);
  };
  /** Lists that are needed and empty; and pairs that are none. */
  const gaps = (): Record<string, string> => {
    const found: Record<string, string> = {};
    for (const one of lists) if (one.required && !codes[one.name]?.length) found[one.name] = t('documents.codes_needed');
    if (job.kind === 'remark' && codes.old?.length !== codes.new?.length) found.new ??= t('documents.pairs_differ');
    if (job.kind === 'report_quality' && lists.every((one) => !codes[one.name]?.length)) found[lists[0]?.name ?? ''] = t('documents.codes_needed');
    if (job.kind === 'reaggregate' && !codes.add?.length && !codes.remove?.length) found.add = t('documents.codes_needed');
    return found;
  };
  const then = (next: () => void) => {
    form.clearErrors();
    const found = gaps();
    setMissing(found);
    void form.handleSubmit(() => Object.keys(found).length === 0 && next())();
  };
  const dropRefused = (refused: string[]) => {
    setCodes(narrowed(filled(), refused, 'good').codes);
    trial.reset();
    setTimeout(() => keep.current(), 0);
  };
  const mistakes = [
    ...mistakesOf(form.formState.errors),
    ...Object.entries(missing).map(([field, text]) => ({ field, text: `${fieldName(lists.find((one) => one.name === field) ?? { name: field })}: ${text}` })),
  ];
  const sourcesOf = (field: Field) => {
    const before = codes[field.name] ?? [];
    const add = (content: string) =>
      void readAside(content, before.map((one) => one.identity)).then((read) => change(field.name, [...before, ...read.codes]));
    const taken = (content: string) => {
      add(content);
      setAddress({ order: undefined, line: undefined });
    };
    const complete = job.whole && field.name !== 'old';
    return (
      <>
        {(complete || job.kind === 'print') && <FromOrder onCodes={taken} order={order} line={line} />}
        {!complete && <FromSearch onCodes={add} status={kWanted[job.kind] ?? 'introduced'} goods={goods} />}
        {!complete && <FromPackage onCodes={add} />}
      </>
    );
  };
  const fieldOf = (field: Field, hearsScanner: boolean) => (
    <CodeField
      key={field.name}
      name={field.name}
      label={fieldName(field)}
      hint={job.whole && field.name !== 'old' ? t('documents.whole_codes') : undefined}
      value={codes[field.name] ?? []}
      onChange={(list) => change(field.name, list)}
      max={field.max}
      error={missing[field.name]}
      productOf={productOf}
      hearsScanner={hearsScanner}
      sources={sourcesOf(field)}
    />
  );
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        then(() => setSigning(filled()));
      }}
    >
      <FormErrors errors={mistakes} />
      {plain.length > 0 && (
        <Card>
          <div className="job-fields">
            {plain.map((field) => (
              <JobField key={field.name} field={field} control={form.control} />
            ))}
          </div>
        </Card>
      )}
      {job.kind === 'report_quality' && <FromVerifier lists={lists} codes={codes} onChange={changeAll} />}
      {lists.length > 2 ? (
        <Tabs label={t('documents.codes')} sheets={lists.map((field) => ({ id: field.name, name: t('documents.list_of', { list: fieldName(field), count: codes[field.name]?.length ?? 0 }), content: fieldOf(field, true) }))} />
      ) : (
        lists.map((field, at) => fieldOf(field, at === 0))
      )}
      {long && <Notice tone="warn">{t('documents.long_draft')}</Notice>}
      {trial.isPending && <ProgressBar label={t('documents.trying')} />}
      {trial.error && <AgentNotice error={trial.error} />}
      {trial.data && <Trial verdict={trial.data} kind={job.kind} onDrop={dropRefused} />}
      <div className="row job-end">
        <Button look="main" type="submit">
          {t('documents.to_sign')}
        </Button>
        <Button isDisabled={trial.isPending} onPress={() => then(() => trial.mutate())}>
          {t('documents.try')}
        </Button>
        <SavedNote state={saved.state} />
      </div>
      {signing && <SignJob job={job} filled={signing} onClose={() => setSigning(null)} onDone={() => saved.forget()} />}
    </form>
  );
}
