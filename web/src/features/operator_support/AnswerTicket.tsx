// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { useMe } from '@/api/queries';
import { useSavedForm } from '@/api/saved_form';
import { useOnce } from '@/signing/intent';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { MessageBox } from '@/ui/MessageBox';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import type { Ticket } from './desk';

/** The answer, kept until it is sent; who answers what nobody took has taken it. */
export function AnswerTicket({ ticket }: { ticket: Ticket }) {
  const t = useText();
  const user = useMe()?.user ?? '';
  const kept = useSavedForm<string>(`answer ${ticket.ticket} ${user}`, 'answer_ticket');
  const answer = useOnce(
    async (text: string, header) => {
      const written = await call(
        api.POST('/api/v1/operator/tickets/{ticket}/messages', { params: { path: { ticket: ticket.ticket }, header }, body: { text } }),
      );
      await kept.forget();
      return written;
    },
    { onDone: () => toast(t('operator_support.answered')) },
  );
  if (kept.before === undefined) return <Skeleton lines={3} />;
  return (
    <>
      {ticket.state === 'closed' && <p className="quiet">{t('operator_support.answer_closed')}</p>}
      {answer.error && <ErrorNotice error={answer.error} />}
      <MessageBox
        label={t('operator_support.answer_text')}
        hint={t('operator_support.answer_hint')}
        send={t('operator_support.send')}
        before={kept.before ?? ''}
        most={10_000}
        saved={kept.state}
        isSending={answer.isPending}
        onChange={kept.keep}
        onSend={(text) => answer.mutate(text)}
      />
    </>
  );
}
