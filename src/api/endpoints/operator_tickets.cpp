// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_tickets.hpp"

#include <fmt/format.h>

#include <charconv>

#include "api/errors.hpp"
#include "api/once.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "support/desk.hpp"
#include "support/ticket_rows.hpp"
#include "support/tickets.hpp"

namespace tamga::api {
namespace {

using support::Side;
using support::Ticket;
using support::TicketNo;

std::string text_of(support::QueuePlace const& place) {
  return fmt::format("{}-{}", place.due.value(), place.ticket.value());
}

Result<support::QueuePlace> place_of(std::string const& text) {
  std::int64_t due = 0;
  std::int64_t ticket = 0;
  char const* const last = text.data() + text.size();
  auto const first = std::from_chars(text.data(), last, due);
  if (first.ec != std::errc() || first.ptr == last || *first.ptr != '-')
    return fail(Error(kCursorMalformed).at("/after"));
  auto const second = std::from_chars(first.ptr + 1, last, ticket);
  if (second.ec != std::errc() || second.ptr != last) return fail(Error(kCursorMalformed).at("/after"));
  return support::QueuePlace{UnixMs(due), TicketNo(ticket)};
}

/// Nothing when there is no such participant.
Result<std::optional<support::QueueFilter>> filter_of(ListTicketQueue::Input const& input, Call const& call) {
  support::QueueFilter out{
      .state = input.state.value_or(support::TicketState::Open), .topic = input.topic, .group = input.group};
  if (input.mine) out.taken_by = *input.mine ? call.caller().user->number : registry::UserNo();
  if (input.overdue.value_or(false)) {
    out.state = support::TicketState::Open;
    out.due_before = call.now();
  }
  if (input.tax_id) {
    TAMGA_ASSIGN(participant, call.services().participants.find_by_tax_id(*input.tax_id));
    if (!participant) return std::optional<support::QueueFilter>();
    out.participant = participant->number;
  }
  return std::optional(std::move(out));
}

using Step = std::function<Result<Ticket>(sql::Connection&, Ticket, UnixMs)>;

/// A step of a ticket that exists; `event`: what the participant's listeners are told, if anything.
Result<TicketView> step(Call const& call, std::string_view action, DocumentNumber number, char const* event,
                        Step const& work) {
  TicketNo const ticket(number.number.value());
  TAMGA_ASSIGN(
      done,
      once(call, {.action = action}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
        TAMGA_ASSIGN(found, support::find_ticket(turn.connection(), ticket));
        TAMGA_ASSIGN(after, work(turn.connection(), std::move(found), turn.now()));
        if (event != nullptr)
          turn.tell({{after.participant, event, fmt::format(R"({{"ticket":"{}"}})", ticket.value())}});
        return std::to_string(ticket.value());
      }));
  return ticket_view(call, TicketNo(std::stoll(done.object)));
}

}  // namespace

Result<ListTicketQueue::Output> ListTicketQueue::handle(Input const& input, Call& call) {
  support::QueuePlace after{};
  if (input.after) {
    TAMGA_ASSIGN(place, place_of(*input.after));
    after = place;
  }
  TAMGA_ASSIGN(filter, filter_of(input, call));
  if (!filter) return Output{};
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, support::queue(*reader, *filter, after, input.limit));
  TAMGA_ASSIGN(lines, lines_of(call, found));
  Output out{std::move(lines), {}};
  if (static_cast<int>(found.size()) == input.limit)
    out.next = text_of({found.back().due, found.back().number});
  return out;
}

Result<AnswerTicket::Output> AnswerTicket::handle(Input const& input, Body const& body, Call& call) {
  return step(call, kSpec.action, input.ticket, "ticket.answered",
              [&](sql::Connection& connection, Ticket found, UnixMs now) {
                return support::write(*call.services().support, connection, std::move(found),
                                      author_of(call, Side::Operator), body.text, now);
              });
}

Result<TakeTicket::Output> TakeTicket::handle(Input const& input, Body const& body, Call& call) {
  return step(call, kSpec.action, input.ticket, nullptr,
              [&](sql::Connection& connection, Ticket found, UnixMs) {
                return support::take(connection, std::move(found), author_of(call, Side::Operator),
                                     body.over.value_or(false));
              });
}

Result<EndTicket::Output> EndTicket::handle(Input const& input, Call& call) {
  return step(call, kSpec.action, input.ticket, "ticket.closed",
              [&](sql::Connection& connection, Ticket found, UnixMs now) {
                return support::close(*call.services().support, connection, std::move(found),
                                      author_of(call, Side::Operator), now);
              });
}

template struct RowOf<ListTicketQueue>;
template struct RowOf<AnswerTicket>;
template struct RowOf<TakeTicket>;
template struct RowOf<EndTicket>;

}  // namespace tamga::api
