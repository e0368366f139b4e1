// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useEvents } from '@/api/events';
import { isProblem } from '@/api/problem';
import { queryClient, useGroupName, useMay, type Schemas } from '@/api/queries';
import { useOnce } from '@/signing/intent';
import { usePart } from '@/ui/address';
import { visible } from '@/ui/codes/CodeTable';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { Conversation } from '@/ui/Conversation';
import { Due } from '@/ui/Due';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink, Link } from '@/ui/Link';
import { Card, EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Facts, Moment, Status } from '@/ui/values';
import { placeOfSubject, tones, type Ticket } from './ticket_state';
import { WriteOn } from './WriteOn';

const kAgainMs = 60_000;

/** One question with all that was written about it. */
export default function TicketPage() {
  const t = useText();
  const number = usePart('ticket');
  const may = useMay();
  const ticket = useQuery({
    queryKey: ['tickets', number],
    queryFn: () => call(api.GET('/api/v1/tickets/{ticket}', { params: { path: { ticket: number } } })),
    // Whoever may not hear events sees the answer too.
    refetchInterval: kAgainMs,
  });
  useEvents(() => void queryClient.invalidateQueries({ queryKey: ['tickets'] }), may('see_codes'));
  if (isProblem(ticket.error, 'TICKET_UNKNOWN') || isProblem(ticket.error, 'NUMBER_MALFORMED'))
    return (
      <>
        <PageHeader title={t('support.title')} />
        <EmptyState title={t('support.unknown')} action={<ButtonLink href="/support">{t('support.to_list')}</ButtonLink>}>
          {t('support.unknown_about')}
        </EmptyState>
      </>
    );
  if (ticket.error) return <Failed error={ticket.error} retry={() => void ticket.refetch()} />;
  if (!ticket.data) return <Skeleton lines={8} />;
  return <Shown {...ticket.data} />;
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useText();
  return (
    <>
      <PageHeader title={t('support.title')} />
      <ErrorNotice error={error} onRetry={retry} />
    </>
  );
}

function Shown({ ticket, messages }: Schemas['Ticket']) {
  const t = useText();
  return (
    <>
      <Link href="/support">{t('support.to_list')}</Link>
      <PageHeader title={ticket.subject} about={t('support.number_of', { number: ticket.ticket })} actions={<Close ticket={ticket} />} />
      <Card>
        <div className="row">
          <Status tone={tones[ticket.state]}>{t(`support.state.${ticket.state}`)}</Status>
          {ticket.state === 'open' && <Due at={ticket.due_at} />}
        </div>
        <p>{ticket.state === 'open' && ticket.overdue ? t('support.next.overdue') : t(`support.next.${ticket.state}`)}</p>
        <AboutTicket ticket={ticket} />
      </Card>
      <Conversation
        label={t('support.conversation')}
        said={messages.map((one) => ({
          id: one.line,
          own: one.side === 'participant',
          person: one.side === 'operator' ? t('support.of_operator', { person: one.person }) : one.person,
          at: one.at,
          text: one.text,
          note: one.late ? t('support.late') : undefined,
        }))}
      />
      <Card title={t(ticket.state === 'closed' ? 'support.open_again' : 'support.write_on')}>
        <WriteOn key={ticket.messages} ticket={ticket} />
      </Card>
    </>
  );
}

function AboutTicket({ ticket }: { ticket: Ticket }) {
  const t = useText();
  const groupName = useGroupName();
  const rows: [string, React.ReactNode][] = [[t('support.topic'), ticket.topic_name]];
  if (ticket.about)
    rows.push([
      t(`support.value.${ticket.about.kind}`),
      <Link key="about" href={placeOfSubject(ticket.about)} className="link mono">
        {visible(ticket.about.value)}
      </Link>,
    ]);
  if (ticket.group) rows.push([t('support.group'), groupName(ticket.group)]);
  rows.push([t('support.person'), ticket.person], [t('support.asked'), <Moment key="asked" at={ticket.opened_at} />]);
  if (ticket.state === 'open') rows.push([t('support.due'), <Moment key="due" at={ticket.due_at} />]);
  if (ticket.taken_by) rows.push([t('support.taken_by'), ticket.taken_by]);
  if (ticket.closed_at) rows.push([t(`support.closed_by.${ticket.closed_by ?? 'operator'}`), <Moment key="closed" at={ticket.closed_at} />]);
  return <Facts rows={rows} />;
}

function Close({ ticket }: { ticket: Ticket }) {
  const t = useText();
  const close = useOnce(
    (number: string, header) => call(api.POST('/api/v1/tickets/{ticket}/closing', { params: { path: { ticket: number }, header } })),
    { onDone: () => toast(t('support.closed')) },
  );
  if (ticket.state === 'closed') return null;
  return (
    <>
      <ConfirmButton label={t('support.close')} isDisabled={close.isPending} onConfirm={() => close.mutate(ticket.ticket)}>
        <p>{t('support.close_about')}</p>
      </ConfirmButton>
      {close.error && <ErrorNotice error={close.error} />}
    </>
  );
}
