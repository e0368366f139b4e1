// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { AgentNotice } from '@/signing/AgentNotice';
import { useDocument } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/fields';
import { Card as Surface } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { TypedConfirmation } from '@/ui/TypedConfirmation';
import type { Card } from './card_queries';

type Kind = 'block_card' | 'archive_card';

/** No more orders for a card: for a while, or for ever. */
export function EndCard({ card }: { card: Card }) {
  const t = useText();
  const [asking, setAsking] = useState<Kind | null>(null);
  const [reason, setReason] = useState('');
  const ending = useDocument({
    onDone: () => {
      if (asking) toast(t(`goods.ended.${asking}`));
      setAsking(null);
      setReason('');
    },
  });
  if (card.state === 'archived') return null;
  const kinds: Kind[] = card.state === 'published' ? ['block_card', 'archive_card'] : ['archive_card'];
  return (
    <Surface title={t('goods.end')}>
      <ul className="stack-tight">
        {kinds.map((kind) => (
          <li key={kind}>{t(`goods.end_about.${kind}`)}</li>
        ))}
      </ul>
      <div className="row">
        {kinds.map((kind) => (
          <Button key={kind} look="danger" onPress={() => setAsking(kind)}>
            {t(`goods.end.${kind}`)}
          </Button>
        ))}
      </div>
      {asking && (
        <TypedConfirmation
          title={t(`goods.end.${asking}`)}
          isOpen
          onClose={() => setAsking(null)}
          word={t(`goods.end_word.${asking}`)}
          action={t('goods.sign')}
          asksMore
          busy={ending.isPending || !reason.trim()}
          onConfirm={() => ending.mutate({ kind: asking, gtin: card.gtin, reason: reason.trim() })}
        >
          <p>{t(`goods.end_about.${asking}`)}</p>
          <TextField label={t('goods.reason')} value={reason} onChange={setReason} isRequired autoFocus />
          {ending.error && <AgentNotice error={ending.error} />}
        </TypedConfirmation>
      )}
    </Surface>
  );
}
