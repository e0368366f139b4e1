// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/tickets.hpp"

#include <limits>

#include "api/code_look.hpp"
#include "api/errors.hpp"
#include "api/once.hpp"
#include "api/scan_text.hpp"
#include "base/failure.hpp"
#include "documents/document_store.hpp"
#include "documents/errors.hpp"
#include "documents/waiting_room.hpp"
#include "emission/order.hpp"
#include "sql/store.hpp"
#include "support/desk.hpp"
#include "support/errors.hpp"
#include "support/ticket_rows.hpp"
#include "support/tickets.hpp"

namespace tamga::api {
namespace {

using support::Side;
using support::Ticket;
using support::TicketNo;

constexpr std::size_t kLongestAbout = 400;

TicketNo number_of(DocumentNumber number) { return TicketNo(number.number.value()); }

/// His own; of whoever administers the users, every one of the organisation.
Result<Ticket> own_ticket(Call const& call, sql::Connection& connection, DocumentNumber number) {
  TAMGA_ASSIGN(found, support::find_ticket(connection, number_of(number)));
  Caller const& caller = call.caller();
  bool const his = found.user == caller.user->number || caller.rights.has(Right::Users);
  if (found.participant != caller.number() || !his) return fail(support::kTicketUnknown);
  return std::move(found);
}

/// Whether what is referred to is there, and the organisation's: sent, ordered or owned by it, or in its
/// name.
Result<void> check_own(Call const& call, support::AboutKind kind, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  ledger::ParticipantNo const me = call.caller().number();
  if (kind == support::AboutKind::Order) {
    TAMGA_ASSIGN(order, emission::find_order(*reader, number));
    bool const own = order && (order->participant == me || order->provider == me);
    return own ? Result<void>() : fail(kOrderUnknown);
  }
  TAMGA_ASSIGN(document, documents::find_sent(*reader, number));
  bool const own = document && (document->participant == me || document->principal == me);
  return own ? Result<void>() : fail(documents::kDocumentUnknown);
}

/// What a reference says: numbers are numbers, a code is text as it was scanned. One that nobody can read or
/// that was never issued may be what is asked about; another's may not.
Result<std::string> about_of(Call const& call, TicketAbout const& about) {
  auto const at_fault = [](Error error) { return fail(std::move(error).at("/about/value")); };
  if (about.kind == support::AboutKind::Code) {
    auto const seen = look_into(call, about.value.text);
    if (!seen && (seen.error().is(kCodeNotYours) || is_failure(seen.error()))) return at_fault(seen.error());
    return kept_text(about.value.text, kLongestAbout);
  }
  auto const number = shape::Scalar<DocumentNumber>::parse(about.value.text);
  if (!number) return at_fault(number.error());
  if (auto const own = check_own(call, about.kind, number->number); !own) return at_fault(own.error());
  return about.value.text;
}

}  // namespace

Result<GetSupport::Output> GetSupport::handle(Input const&, Call& call) {
  support::Rules const& rules = call.services().support->rules;
  support::Contacts const& contacts = rules.contacts;
  Output out{
      .contacts = {.address = contacts.address.in(call.language()),
                   .hours = contacts.hours.in(call.language()),
                   .hotline = contacts.hotline,
                   .email = contacts.email,
                   .telegram = contacts.telegram.empty() ? std::nullopt : std::optional(contacts.telegram)},
      .open_hour = rules.open_hour,
      .close_hour = rules.close_hour,
      .topics = {},
      .violations = {}};
  for (support::Topic const& one : rules.topics)
    out.topics.push_back({.topic = one.code,
                          .name = one.name.in(call.language()),
                          .answer_hours = one.answer_hours,
                          .working_hours = one.hours == support::Hours::Working});
  for (support::ViolationKind const& one : rules.violations)
    out.violations.push_back(
        {.kind = one.code, .name = one.name.in(call.language()), .needs_goods = one.needs_goods});
  return out;
}

Result<OpenTicket::Output> OpenTicket::handle(Input const&, Body const& body, Call& call) {
  if (body.group && !call.services().country.find_group(*body.group))
    return fail(Error(documents::kGroupUnknown).at("/group").with("group", *body.group));
  Ticket ticket{.number = {},
                .participant = call.caller().number(),
                .user = call.caller().user->number,
                .person = call.caller().user->person,
                .topic = body.topic,
                .group = body.group.value_or(""),
                .about_kind = body.about ? body.about->kind : support::AboutKind::Nothing,
                .about = {},
                .subject = body.subject};
  if (body.about) {
    TAMGA_ASSIGN(about, about_of(call, *body.about));
    ticket.about = std::move(about);
  }
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action},
                          [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                            ticket.number = TicketNo(turn.desk().books().numbers.next());
                            TAMGA_TRY(support::open_ticket(*call.services().support, turn.connection(),
                                                           ticket, body.text, turn.now()));
                            return std::to_string(ticket.number.value());
                          }));
  return ticket_view(call, TicketNo(std::stoll(done.object)));
}

Result<ListTickets::Output> ListTickets::handle(Input const& input, Call& call) {
  Caller const& caller = call.caller();
  support::OwnTickets which{
      .participant = caller.number(), .user = caller.user->number, .state = input.state};
  if (caller.rights.has(Right::Users)) which.user.reset();
  TicketNo const before =
      input.before ? number_of(*input.before) : TicketNo(std::numeric_limits<std::int64_t>::max());
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, support::tickets_of(*reader, which, before, input.limit));
  TAMGA_ASSIGN(lines, lines_of(call, found));
  Output out{std::move(lines), {}};
  if (static_cast<int>(found.size()) == input.limit)
    out.next = DocumentNumber{ledger::DocumentNo(found.back().number.value())};
  return out;
}

Result<GetTicket::Output> GetTicket::handle(Input const& input, Call& call) {
  bool const of_operator = call.caller().authority() && call.caller().rights.has(Right::Support);
  if (!of_operator) {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_TRY(own_ticket(call, *reader, input.ticket));
  }
  return ticket_view(call, number_of(input.ticket));
}

Result<WriteInTicket::Output> WriteInTicket::handle(Input const& input, Body const& body, Call& call) {
  TAMGA_ASSIGN(done,
               once(call, {.action = kSpec.action},
                    [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                      TAMGA_ASSIGN(ticket, own_ticket(call, turn.connection(), input.ticket));
                      TAMGA_TRY(support::write(*call.services().support, turn.connection(), ticket,
                                               author_of(call, Side::Participant), body.text, turn.now()));
                      return std::to_string(ticket.number.value());
                    }));
  return ticket_view(call, TicketNo(std::stoll(done.object)));
}

Result<CloseTicket::Output> CloseTicket::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action},
                          [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                            TAMGA_ASSIGN(ticket, own_ticket(call, turn.connection(), input.ticket));
                            TAMGA_TRY(support::close(*call.services().support, turn.connection(), ticket,
                                                     author_of(call, Side::Participant), turn.now()));
                            return std::to_string(ticket.number.value());
                          }));
  return ticket_view(call, TicketNo(std::stoll(done.object)));
}

template struct RowOf<GetSupport>;
template struct RowOf<OpenTicket>;
template struct RowOf<ListTickets>;
template struct RowOf<GetTicket>;
template struct RowOf<WriteInTicket>;
template struct RowOf<CloseTicket>;

}  // namespace tamga::api
