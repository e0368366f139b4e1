// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useGroupName, type Schemas } from '@/api/queries';
import { usePart } from '@/ui/address';
import { visible } from '@/ui/codes/CodeTable';
import { Conversation } from '@/ui/Conversation';
import { Due } from '@/ui/Due';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Link } from '@/ui/Link';
import { Card, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Facts, Moment, Status } from '@/ui/values';
import { AnswerTicket } from './AnswerTicket';
import { ticketTones, type Ticket } from './desk';
import { TicketSteps } from './TicketSteps';

const kAgainMs = 30_000;

/** A request with all that was written, and the answer. */
export default function TicketPage() {
  const t = useText();
  const number = usePart('ticket');
  const ticket = useQuery({
    queryKey: ['tickets', number],
    queryFn: () => call(api.GET('/api/v1/tickets/{ticket}', { params: { path: { ticket: number } } })),
    refetchInterval: kAgainMs,
  });
  return (
    <>
      <Link href="/operator/tickets">{t('operator_support.to_queue')}</Link>
      {ticket.data ? (
        <Shown {...ticket.data} />
      ) : (
        <>
          <PageHeader title={t('operator_support.number_of', { number })} />
          {ticket.error ? <ErrorNotice error={ticket.error} onRetry={() => void ticket.refetch()} /> : <Skeleton lines={8} />}
        </>
      )}
    </>
  );
}

function Shown({ ticket, messages }: Schemas['Ticket']) {
  const t = useText();
  return (
    <>
      <PageHeader title={ticket.subject} about={t('operator_support.number_of', { number: ticket.ticket })} actions={<TicketSteps ticket={ticket} />} />
      <Card>
        <div className="row">
          <Status tone={ticketTones[ticket.state]}>{t(`operator_support.ticket.${ticket.state}`)}</Status>
          {ticket.state === 'open' && <Due at={ticket.due_at} />}
          {ticket.late_answers > 0 && <Status tone="bad">{t('operator_support.late_answers', { count: ticket.late_answers })}</Status>}
        </div>
        <AboutTicket ticket={ticket} />
      </Card>
      <Conversation
        label={t('operator_support.conversation')}
        said={messages.map((one) => ({
          id: one.line,
          own: one.side === 'operator',
          person: one.side === 'operator' ? t('operator_support.of_operator', { person: one.person }) : one.person,
          at: one.at,
          text: one.text,
          note: one.late ? t('operator_support.late') : undefined,
        }))}
      />
      <Card title={t('operator_support.answer')}>
        <AnswerTicket key={ticket.messages} ticket={ticket} />
      </Card>
    </>
  );
}

function AboutTicket({ ticket }: { ticket: Ticket }) {
  const t = useText();
  const groupName = useGroupName();
  const rows: [string, React.ReactNode][] = [];
  if (ticket.company && ticket.tax_id)
    rows.push([
      t('operator_support.company'),
      <Link key="company" href={`/operator/participants/${ticket.tax_id}`}>
        {`${ticket.company}, ${ticket.tax_id}`}
      </Link>,
    ]);
  rows.push([t('operator_support.person'), ticket.person], [t('operator_support.topic'), ticket.topic_name]);
  if (ticket.about)
    rows.push([
      t(`operator_support.about.${ticket.about.kind}`),
      <span key="about" className="mono">
        {visible(ticket.about.value)}
      </span>,
    ]);
  if (ticket.group) rows.push([t('operator_support.group'), groupName(ticket.group)]);
  rows.push([t('operator_support.asked'), <Moment key="asked" at={ticket.opened_at} />]);
  if (ticket.state === 'open') rows.push([t('operator_support.due'), <Moment key="due" at={ticket.due_at} />]);
  rows.push([t('operator_support.taken_by'), ticket.taken_by ?? t('operator_support.nobody')]);
  if (ticket.closed_at) rows.push([t(`operator_support.closed_by.${ticket.closed_by ?? 'operator'}`), <Moment key="closed" at={ticket.closed_at} />]);
  return <Facts rows={rows} />;
}
