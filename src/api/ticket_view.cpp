// SPDX-License-Identifier: Apache-2.0
#include "api/ticket_view.hpp"

#include "registry/register.hpp"
#include "sql/store.hpp"
#include "support/desk.hpp"
#include "support/ticket_rows.hpp"

namespace tamga::api {

Result<TicketLine> line_of(Call const& call, support::Ticket const& one) {
  support::Topic const* const topic = call.services().support->rules.topic(one.topic);
  TicketLine out{.ticket = std::to_string(one.number.value()),
                 .topic = one.topic,
                 .topic_name = topic == nullptr ? one.topic : topic->name.in(call.language()),
                 .group = one.group.empty() ? std::nullopt : std::optional(one.group),
                 .about = std::nullopt,
                 .subject = one.subject,
                 .state = one.state,
                 .person = one.person,
                 .opened_at = one.opened,
                 .changed_at = one.changed,
                 .due_at = one.due,
                 .overdue = one.overdue(call.now()),
                 .late_answers = one.late_answers,
                 .closed_at = one.closed,
                 .closed_by = one.closed ? std::optional(one.closed_by) : std::nullopt,
                 .taken_by = one.taken_person.empty() ? std::nullopt : std::optional(one.taken_person),
                 .messages = one.messages,
                 .company = std::nullopt,
                 .tax_id = std::nullopt};
  if (one.about_kind != support::AboutKind::Nothing)
    out.about = TicketAbout{one.about_kind, ScannedText{one.about}};
  if (!call.caller().authority()) return out;
  TAMGA_ASSIGN(company, call.services().participants.find(one.participant));
  if (company) {
    out.company = company->name;
    out.tax_id = company->tax_id;
  }
  return out;
}

Result<std::vector<TicketLine>> lines_of(Call const& call, std::vector<support::Ticket> const& tickets) {
  std::vector<TicketLine> out;
  out.reserve(tickets.size());
  for (support::Ticket const& one : tickets) {
    TAMGA_ASSIGN(line, line_of(call, one));
    out.push_back(std::move(line));
  }
  return out;
}

Result<TicketView> ticket_view(Call const& call, support::TicketNo number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(ticket, support::find_ticket(*reader, number));
  TAMGA_ASSIGN(messages, support::messages_of(*reader, number));
  TAMGA_ASSIGN(line, line_of(call, ticket));
  TicketView out{.ticket = std::move(line), .messages = {}};
  out.messages.reserve(messages.size());
  for (support::Message& one : messages)
    out.messages.push_back({.line = one.line,
                            .side = one.side,
                            .person = std::move(one.person),
                            .text = std::move(one.text),
                            .at = one.at,
                            .late = one.late});
  return out;
}

support::Author author_of(Call const& call, support::Side side) {
  registry::User const& user = *call.caller().user;
  return {.side = side, .user = user.number, .person = user.person};
}

}  // namespace tamga::api
