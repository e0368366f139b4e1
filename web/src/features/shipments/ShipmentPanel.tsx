// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/api/client';
import { queryClient } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigner } from '@/signing/signer';
import { signDocument, submitSigned } from '@/signing/verdict';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Timeline } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Count, Facts } from '@/ui/values';
import type { SentState } from './Shipments';
import type { Answer, Sent } from './traffic';

interface Props {
  sent: Sent;
  state: SentState;
  answer?: Answer;
  onClose: () => void;
}

/** One shipment, what happened to it, and the way to take it back. */
export function ShipmentPanel({ sent, state, answer, onClose }: Props) {
  const t = useText();
  const { sign } = useSigner();
  const [key] = useState(newKey);
  const [asking, setAsking] = useState(false);
  const cancelling = useMutation({
    mutationFn: async () => submitSigned(await signDocument({ kind: 'cancel_shipment', shipment: sent.shipment } as { kind: string }, sign, key)),
    onSuccess: (verdict) => {
      void queryClient.invalidateQueries();
      if (verdict.status === 'rejected') return;
      toast(t('shipments.sent_state.taken_back'));
      onClose();
    },
  });
  const verdict = cancelling.data;
  return (
    <SidePanel title={`№ ${sent.shipment}`} isOpen onClose={onClose}>
      <Facts
        rows={[
          [t('shipments.state'), t(`shipments.sent_state.${state}`)],
          [t('shipments.receiver'), sent.receiver],
          ...(sent.document ? [[t('shipments.document'), sent.document] as [string, string]] : []),
          [t('shipments.announced'), <Count key="codes" value={sent.codes.length} />],
        ]}
      />
      <Timeline
        events={[
          { at: sent.received_at, title: t('shipments.was_sent'), about: sent.person },
          ...(answer ? [{ at: answer.at, title: t('shipments.was_answered'), about: t('shipments.answer_counts', { accepted: answer.accepted, returned: answer.returned }) }] : []),
        ]}
      />
      <div className="row">
        <ButtonLink href={`/documents/${sent.shipment}`}>{t('shipments.to_document')}</ButtonLink>
        {state === 'on_the_way' && !asking && (
          <Button look="danger" onPress={() => setAsking(true)}>
            {t('shipments.take_back')}
          </Button>
        )}
      </div>
      {asking && (
        <div className="stack">
          <p>{t('shipments.take_back_about')}</p>
          {cancelling.error && <AgentNotice error={cancelling.error} />}
          {verdict?.objections.map((one, at) => (
            <ErrorNotice key={at} error={{ problem: { title: one.title, remedy: one.remedy, code: one.error } }} />
          ))}
          <div className="row">
            <Button look="danger" isDisabled={cancelling.isPending} onPress={() => cancelling.mutate()}>
              {t('shipments.sign')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('ui.cancel')}</Button>
          </div>
        </div>
      )}
    </SidePanel>
  );
}
