// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { newKey } from '@/api/client';
import { queryClient } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useSigner } from '@/signing/signer';
import { signDocument, submitSigned } from '@/signing/verdict';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Skeleton, Timeline } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Count, Facts } from '@/ui/values';
import { NamedCodes, ShippedGoods } from './ShippedGoods';
import { useShipment, type Shipment } from './traffic';

interface Props {
  number: string;
  onClose: () => void;
}

/** One shipment, what is in it, what happened to it, and the way to take it back. */
export function ShipmentPanel({ number, onClose }: Props) {
  const t = useText();
  const { data, error, refetch } = useShipment(number);
  const sent = data?.shipment;
  const parties = t('shipments.party', { name: sent?.counterpart_name ?? '', tax_id: sent?.counterpart ?? '' });
  return (
    <SidePanel title={t('shipments.number_of', { number })} isOpen onClose={onClose}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {sent && (
        <>
          <Facts
            rows={[
              [t('shipments.state'), t(`shipments.state.sent.${sent.state}`)],
              [t('shipments.counterpart.sent'), parties],
              ...(sent.document ? [[t('shipments.document'), sent.document] as [string, string]] : []),
              [t('shipments.announced'), <Count key="codes" value={sent.codes} />],
              ...(sent.inside ? [[t('shipments.inside'), <Count key="inside" value={sent.inside} />] as [string, React.ReactNode]] : []),
            ]}
          />
          <Timeline
            events={[
              { at: sent.shipped_at, title: t('shipments.was_sent') },
              ...(sent.closed_at ? [{ at: sent.closed_at, title: t(`shipments.closed.${sent.state}`), about: t('shipments.answer_counts', { accepted: sent.accepted, returned: sent.returned }) }] : []),
            ]}
          />
          <div className="row">
            <ButtonLink href={`/documents/${number}`}>{t('shipments.to_document')}</ButtonLink>
            {sent.state === 'waiting' && <TakeBack shipment={sent} onDone={onClose} />}
          </div>
          <ShippedGoods goods={data.goods} />
          <NamedCodes shipment={number} />
        </>
      )}
    </SidePanel>
  );
}

function TakeBack({ shipment, onDone }: { shipment: Shipment; onDone: () => void }) {
  const t = useText();
  const { sign } = useSigner();
  const [key] = useState(newKey);
  const [asking, setAsking] = useState(false);
  const cancelling = useMutation({
    mutationFn: async () => submitSigned(await signDocument({ kind: 'cancel_shipment', shipment: shipment.shipment } as { kind: string }, sign, key)),
    onSuccess: (verdict) => {
      void queryClient.invalidateQueries();
      if (verdict.status === 'rejected') return;
      toast(t('shipments.state.sent.cancelled'));
      onDone();
    },
  });
  if (!asking)
    return (
      <Button look="danger" onPress={() => setAsking(true)}>
        {t('shipments.take_back')}
      </Button>
    );
  return (
    <div className="stack">
      <p>{t('shipments.take_back_about')}</p>
      {cancelling.error && <AgentNotice error={cancelling.error} />}
      {cancelling.data?.objections.map((one, at) => (
        <ErrorNotice key={at} error={{ problem: { title: one.title, remedy: one.remedy, code: one.error } }} />
      ))}
      <div className="row">
        <Button look="danger" isDisabled={cancelling.isPending} onPress={() => cancelling.mutate()}>
          {t('shipments.sign')}
        </Button>
        <Button onPress={() => setAsking(false)}>{t('ui.not_now')}</Button>
      </div>
    </div>
  );
}
