// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/api/client';
import { queryClient } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigner } from '@/signing/signer';
import { signDocument, submitSigned } from '@/signing/verdict';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/overlays';
import { ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { Decision } from './traffic';

interface Props {
  shipment: string;
  decision: Decision;
  codes: string[];
  missing: number;
  /** It was sent. */
  onDone: () => void;
  onClose: () => void;
}

/** Says what the answer does, and signs it. */
export function AnswerDialog({ shipment, decision, codes, missing, onDone, onClose }: Props) {
  const t = useText();
  const go = useGo();
  const { sign } = useSigner();
  const [key] = useState(newKey);
  const document = { kind: 'accept', shipment, decision, ...(decision === 'listed' ? { codes } : {}) };
  const sending = useMutation({
    mutationFn: async () => submitSigned(await signDocument(document, sign, key)),
    onSuccess: (verdict) => {
      onDone();
      void queryClient.invalidateQueries();
      go(`/documents/${verdict.document}`);
    },
  });
  return (
    <Dialog title={t(`shipments.answer.${decision}`)} isOpen onClose={onClose}>
      <p>{t(`shipments.answer_about.${decision}`, { count: codes.length, missing })}</p>
      {sending.isPending && <ProgressBar label={t('shipments.sending')} />}
      {sending.error && <AgentNotice error={sending.error} />}
      <div className="row">
        <Button look={decision === 'none' ? 'danger' : 'main'} isDisabled={sending.isPending} onPress={() => sending.mutate()}>
          {t('shipments.sign')}
        </Button>
        <Button onPress={onClose}>{t('ui.not_now')}</Button>
      </div>
    </Dialog>
  );
}
