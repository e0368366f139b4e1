// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/api/client';
import { queryClient } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigner } from '@/signing/signer';
import { signDocument, submitSigned } from '@/signing/verdict';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/fields';
import { Dialog } from '@/ui/overlays';
import { Notice, ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts } from '@/ui/values';
import { countOf, documentOf, type Filled } from './job_document';
import type { Job } from './jobs';
import { JsonText } from './JsonText';
import { sha256 } from './sha256';
import { useFieldName } from './names';
import { summaryOf } from './summary';
import { useValueWords } from './value_words';

const folded = (text: string): string => text.trim().toLocaleLowerCase().replace(/[’'`ʼʻ‘]/g, 'ʻ').replace(/\s+/g, ' ');

interface Props {
  job: Job;
  filled: Filled;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** What is signed, in words and as it is; then the signature, and the page of the document. */
export function SignJob({ job, filled, onClose, onDone }: Props) {
  const t = useText();
  const go = useGo();
  const fieldName = useFieldName();
  const { sign } = useSigner();
  const [key] = useState(newKey);
  const [typed, setTyped] = useState('');
  const summary = summaryOf(job, filled);
  const wordOf = useValueWords(job.kind, summary.map((one) => one.name));
  const count = countOf(filled);
  const document = documentOf(job, filled);
  const text = JSON.stringify(document);
  const hash = useQuery({ queryKey: ['sha256', text.length, key], queryFn: () => sha256(new TextEncoder().encode(text)) });
  const word = job.final ? t(`documents.final_word.${job.kind}`, { count }) : '';
  const agreed = folded(typed) === folded(word);
  const sending = useMutation({
    mutationFn: async () => submitSigned(await signDocument(document, sign, key)),
    onSuccess: async (verdict) => {
      if (verdict.status !== 'rejected') await onDone();
      void queryClient.invalidateQueries();
      go(`/documents/${verdict.document}`);
    },
  });
  return (
    <Dialog title={t(`documents.kind.${job.kind}`)} isOpen onClose={onClose}>
      <p>{t('documents.you_sign', { count })}</p>
      <Facts rows={summary.map((one) => [fieldName(one), one.count === undefined ? wordOf(one.name, one.value) : t('documents.codes_of', { count: one.count })])} />
      <JsonText text={text} />
      <p className="small quiet">
        SHA-256 <span className="mono">{hash.data}</span>
      </p>
      {job.final && (
        <>
          <Notice tone="warn">{t(`documents.final.${job.kind}`)}</Notice>
          <TextField label={t('ui.type_to_confirm', { word })} value={typed} onChange={setTyped} autoComplete="off" />
        </>
      )}
      {sending.isPending && <ProgressBar label={t('documents.sending', { count })} />}
      {sending.error && <AgentNotice error={sending.error} />}
      <div className="row">
        <Button look={job.final ? 'danger' : 'main'} isDisabled={!agreed || sending.isPending} onPress={() => sending.mutate()}>
          {t('documents.sign')}
        </Button>
        <Button onPress={onClose}>{t('documents.back_to_form')}</Button>
      </div>
    </Dialog>
  );
}
