// SPDX-License-Identifier: Apache-2.0
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { FormTextArea } from '@/ui/form_fields';
import { ReasonButton } from '@/ui/ReasonButton';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { kWhole, remarksOf, type Remarks } from './remarks';

interface Props {
  card: Schemas['Card'];
  form: UseFormReturn<Remarks>;
  waits: boolean;
  onDone: () => void;
}

/** Taking a card, publishing it, returning it with the remarks above; blocking one that is in force. */
export function Decision({ card, form, waits, onDone }: Props) {
  const t = useText();
  const remarks = remarksOf({ remarks: useWatch({ control: form.control, name: 'remarks' }) });
  const decide = useConfirmed<Schemas['Card']>({
    onDone: (decided) => {
      toast(t('operator_cards.decided', { state: t(`operator_cards.state.${decided.state}`) }));
    },
  });
  const asked = (what: Omit<Schemas['DecideCard'], 'kind' | 'gtin'>) => ({
    path: `/api/v1/operator/cards/${card.gtin}/decision`,
    body: { kind: 'decide_card', gtin: card.gtin, ...what } satisfies Schemas['DecideCard'],
  });
  const settle = (what: Omit<Schemas['DecideCard'], 'kind' | 'gtin'>) => decide.mutate(asked(what), { onSuccess: onDone });
  return (
    <Card title={t('operator_cards.decision')}>
      {waits && (
        <>
          <FormTextArea control={form.control} name={`remarks.${kWhole}`} label={t('operator_cards.remark_whole')} rows={2} />
          <p className="quiet" aria-live="polite">
            {t('operator_cards.remarks', { count: remarks.length })}
          </p>
        </>
      )}
      {decide.error && <AgentNotice error={decide.error} />}
      <div className="row">
        {waits && (
          <>
            <Button isDisabled={decide.isPending} onPress={() => decide.mutate(asked({ decision: 'take' }))}>
              {t('operator_cards.take')}
            </Button>
            <ConfirmButton
              label={t('operator_cards.publish')}
              look="main"
              isDisabled={decide.isPending || remarks.length > 0}
              onConfirm={() => settle({ decision: 'publish' })}
            >
              <p>{t('operator_cards.publish_about')}</p>
            </ConfirmButton>
            <ConfirmButton
              label={t('operator_cards.return')}
              look="danger"
              isDisabled={decide.isPending || remarks.length === 0}
              onConfirm={() => settle({ decision: 'return', remarks })}
            >
              <p>{t('operator_cards.return_about', { count: remarks.length })}</p>
              <ul>
                {remarks.map((remark) => (
                  <li key={remark.at}>{remark.text}</li>
                ))}
              </ul>
            </ConfirmButton>
          </>
        )}
        {card.state === 'published' && (
          <ReasonButton label={t('operator_cards.block')} look="danger" isDisabled={decide.isPending} onConfirm={(reason) => settle({ decision: 'block', reason })}>
            <p>{t('operator_cards.block_about')}</p>
          </ReasonButton>
        )}
        {card.state === 'blocked' && card.blocked_by_operator && (
          <ConfirmButton label={t('operator_cards.unblock')} isDisabled={decide.isPending} onConfirm={() => settle({ decision: 'unblock' })}>
            <p>{t('operator_cards.unblock_about')}</p>
          </ConfirmButton>
        )}
      </div>
    </Card>
  );
}
