// SPDX-License-Identifier: Apache-2.0
#include "support/tickets.hpp"

#include "support/errors.hpp"
#include "support/letters.hpp"
#include "support/ticket_rows.hpp"

namespace tamga::support {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;

UnixMs due(Desk const& desk, Topic const& topic, UnixMs asked) {
  if (topic.hours == Hours::Plain) return UnixMs(asked.value() + topic.answer_hours * kHourMs);
  return desk.working_time().after(asked, topic.answer_hours);
}

/// A topic that the country has given up since is answered like the first one.
Topic const& topic_of(Desk const& desk, Ticket const& ticket) {
  Topic const* const topic = desk.rules.topic(ticket.topic);
  return topic != nullptr ? *topic : desk.rules.topics.front();
}

Result<void> check_messages(Desk const& desk, sql::Connection& connection, ledger::ParticipantNo participant,
                            UnixMs now) {
  TAMGA_ASSIGN(lately, count_messages(connection, participant, UnixMs(now.value() - kDayMs)));
  if (lately < desk.rules.messages_a_day) return {};
  return fail(Error(kTooManyMessages).with("limit", std::to_string(desk.rules.messages_a_day)));
}

Error closed(Ticket const& ticket) {
  return Error(kTicketClosed).with("number", std::to_string(ticket.number.value()));
}

}  // namespace

Result<Ticket> open_ticket(Desk const& desk, sql::Connection& connection, Ticket ticket,
                           std::string const& text, UnixMs now) {
  Topic const* const topic = desk.rules.topic(ticket.topic);
  if (topic == nullptr) return fail(Error(kTicketTopicUnknown).at("/topic").with("topic", ticket.topic));
  TAMGA_ASSIGN(unclosed, count_unclosed(connection, ticket.participant));
  if (unclosed >= desk.rules.open_tickets)
    return fail(Error(kTooManyTickets).with("limit", std::to_string(desk.rules.open_tickets)));
  TAMGA_TRY(check_messages(desk, connection, ticket.participant, now));
  ticket.state = TicketState::Open;
  ticket.opened = now;
  ticket.changed = now;
  ticket.due = due(desk, *topic, now);
  ticket.messages = 1;
  TAMGA_TRY(insert(connection, ticket));
  Author const author{.side = Side::Participant, .user = ticket.user, .person = ticket.person};
  TAMGA_TRY(insert(connection, ticket, author,
                   {.line = 1, .side = author.side, .person = author.person, .text = text, .at = now}));
  return ticket;
}

Result<Ticket> write(Desk const& desk, sql::Connection& connection, Ticket ticket, Author const& author,
                     std::string const& text, UnixMs now) {
  if (ticket.closed && now.value() - ticket.closed->value() > desk.rules.reopen_days * kDayMs)
    return fail(closed(ticket));
  if (ticket.messages >= kMostMessages)
    return fail(Error(kTicketFull).with("limit", std::to_string(kMostMessages)));
  bool const answer = author.side == Side::Operator;
  if (!answer) TAMGA_TRY(check_messages(desk, connection, ticket.participant, now));
  bool const late = answer && ticket.overdue(now);
  if (!answer && ticket.state != TicketState::Open) ticket.due = due(desk, topic_of(desk, ticket), now);
  ticket.state = answer ? TicketState::Answered : TicketState::Open;
  ticket.closed.reset();
  ticket.changed = now;
  ++ticket.messages;
  if (late) ++ticket.late_answers;
  if (answer && ticket.taken_by == registry::UserNo()) {
    ticket.taken_by = author.user;
    ticket.taken_person = author.person;
  }
  if (answer) TAMGA_TRY(post_letter(desk, connection, ticket, "ticket_answered", now));
  TAMGA_TRY(update(connection, ticket));
  TAMGA_TRY(insert(connection, ticket, author,
                   {.line = ticket.messages,
                    .side = author.side,
                    .person = author.person,
                    .text = text,
                    .at = now,
                    .late = late}));
  return ticket;
}

Result<Ticket> close(Desk const& desk, sql::Connection& connection, Ticket ticket, Author const& author,
                     UnixMs now) {
  if (ticket.state == TicketState::Closed) return fail(closed(ticket));
  ticket.state = TicketState::Closed;
  ticket.changed = now;
  ticket.closed = now;
  ticket.closed_by = author.side;
  if (author.side == Side::Operator) TAMGA_TRY(post_letter(desk, connection, ticket, "ticket_closed", now));
  TAMGA_TRY(update(connection, ticket));
  return ticket;
}

Result<Ticket> take(sql::Connection& connection, Ticket ticket, Author const& author, bool over) {
  if (ticket.state == TicketState::Closed) return fail(closed(ticket));
  bool const of_other = ticket.taken_by != registry::UserNo() && ticket.taken_by != author.user;
  if (of_other && !over) return fail(Error(kTicketTaken).with("person", ticket.taken_person));
  ticket.taken_by = author.user;
  ticket.taken_person = author.person;
  TAMGA_TRY(update(connection, ticket));
  return ticket;
}

}  // namespace tamga::support
