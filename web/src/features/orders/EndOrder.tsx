// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { Card, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { TypedConfirmation } from '@/ui/TypedConfirmation';
import { useFetched } from './given_out';
import { canBeClosed, codesOf, waits, type Order } from './order_state';

/** An order that waits is taken back; one with codes is closed, and what was not fetched is lost. */
export function EndOrder({ order }: { order: Order }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const kind = waits(order) ? 'cancel_order' : 'close_order';
  const ending = useDocument({
    onDone: () => {
      setAsking(false);
      toast(t(`orders.ended.${kind}`));
    },
  });
  const fetched = useFetched(order, canBeClosed(order));
  if (!waits(order) && !canBeClosed(order)) return null;
  const lost = waits(order) ? codesOf(order) : fetched === undefined ? undefined : codesOf(order) - fetched;
  if (lost === undefined) return <Skeleton />;
  return (
    <Card title={t(`orders.end.${kind}`)}>
      <p className="quiet">{t(`orders.end_about.${kind}`, { lost })}</p>
      {ending.error && !asking && <AgentNotice error={ending.error} />}
      <div>
        <Button look="danger" onPress={() => setAsking(true)}>
          {t(`orders.end.${kind}`)}
        </Button>
      </div>
      <TypedConfirmation
        title={t(`orders.end.${kind}`)}
        isOpen={asking}
        onClose={() => setAsking(false)}
        word={t(`orders.end_word.${kind}`)}
        action={t('orders.sign_this')}
        busy={ending.isPending}
        onConfirm={() => ending.mutate({ kind, order: order.order })}
      >
        <p>{t(`orders.end_about.${kind}`, { lost })}</p>
        {ending.error && <AgentNotice error={ending.error} />}
      </TypedConfirmation>
    </Card>
  );
}
