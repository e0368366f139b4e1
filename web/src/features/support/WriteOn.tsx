// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { useMe } from '@/api/queries';
import { useSavedForm } from '@/api/saved_form';
import { useOnce } from '@/signing/intent';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { MessageBox } from '@/ui/MessageBox';
import { Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { announce } from '@/ui/values';
import type { Ticket } from './ticket_state';

/** Goes on asking; what is written is kept until it is sent. */
export function WriteOn({ ticket }: { ticket: Ticket }) {
  const t = useText();
  const user = useMe()?.user ?? '';
  const kept = useSavedForm<string>(`ticket ${ticket.ticket} ${user}`, 'write_in_ticket');
  const write = useOnce(
    async (text: string, header) => {
      const written = await call(api.POST('/api/v1/tickets/{ticket}/messages', { params: { path: { ticket: ticket.ticket }, header }, body: { text } }));
      await kept.forget();
      return written;
    },
    { onDone: () => announce(t('support.message_sent')) },
  );
  if (kept.before === undefined) return <Skeleton lines={3} />;
  return (
    <>
      {write.error && <ErrorNotice error={write.error} />}
      <MessageBox
        label={t('support.message')}
        send={t('support.send')}
        before={kept.before ?? ''}
        most={10_000}
        saved={kept.state}
        isSending={write.isPending}
        onChange={kept.keep}
        onSend={(text) => write.mutate(text)}
      />
    </>
  );
}
