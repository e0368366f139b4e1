// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '@/api/client';
import { queryClient } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { sendDocument } from '@/signing/documents';
import { useSigner } from '@/signing/signer';
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
  const { sign } = useSigner();
  const [asking, setAsking] = useState<Kind | null>(null);
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newKey);
  const ending = useMutation({
    mutationFn: (kind: Kind) => sendDocument({ kind, gtin: card.gtin, reason: reason.trim() } as { kind: string }, sign, key),
    onSuccess: (_, kind) => {
      setAsking(null);
      setReason('');
      setKey(newKey());
      toast(t(`goods.ended.${kind}`));
      for (const queryKey of [['cards'], ['card', card.gtin], ['catalogue']]) void queryClient.invalidateQueries({ queryKey });
    },
    onError: () => setKey(newKey()),
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
          busy={ending.isPending || !reason.trim()}
          onConfirm={() => ending.mutate(asking)}
        >
          <p>{t(`goods.end_about.${asking}`)}</p>
          <TextField label={t('goods.reason')} value={reason} onChange={setReason} isRequired />
          {ending.error && <AgentNotice error={ending.error} />}
        </TypedConfirmation>
      )}
    </Surface>
  );
}
