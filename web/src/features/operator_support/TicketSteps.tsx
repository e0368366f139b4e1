// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { useMe } from '@/api/queries';
import { useOnce } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import type { Ticket } from './desk';

/** Takes a request, takes it over from a colleague, closes it. */
export function TicketSteps({ ticket }: { ticket: Ticket }) {
  const t = useText();
  const me = useMe();
  const path = { ticket: ticket.ticket };
  const take = useOnce(
    (over: boolean, header) => call(api.POST('/api/v1/operator/tickets/{ticket}/taking', { params: { path, header }, body: over ? { over } : {} })),
    { onDone: () => toast(t('operator_support.taken')) },
  );
  const close = useOnce(
    (_: void, header) => call(api.POST('/api/v1/operator/tickets/{ticket}/closing', { params: { path, header } })),
    { onDone: () => toast(t('operator_support.closed')) },
  );
  if (ticket.state === 'closed') return null;
  const own = ticket.taken_by === me?.person;
  const error = take.error ?? close.error;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {!ticket.taken_by && (
        <Button isDisabled={take.isPending} onPress={() => take.mutate(false)}>
          {t('operator_support.take')}
        </Button>
      )}
      {ticket.taken_by && !own && (
        <ConfirmButton label={t('operator_support.take_over')} isDisabled={take.isPending} onConfirm={() => take.mutate(true)}>
          <p>{t('operator_support.take_over_about', { person: ticket.taken_by })}</p>
        </ConfirmButton>
      )}
      <ConfirmButton label={t('operator_support.close')} isDisabled={close.isPending} onConfirm={() => close.mutate()}>
        <p>{t('operator_support.close_about')}</p>
      </ConfirmButton>
    </>
  );
}
