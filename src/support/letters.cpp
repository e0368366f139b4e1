// SPDX-License-Identifier: Apache-2.0
#include "support/letters.hpp"

#include "mail/address.hpp"
#include "registry/heads.hpp"
#include "registry/profile.hpp"

namespace tamga::support {

Result<void> post_letter(Desk const& desk, sql::Connection& connection, Ticket const& ticket,
                         std::string const& text, UnixMs now) {
  TAMGA_ASSIGN(company, desk.participants.find(ticket.participant));
  if (!company) return {};
  TAMGA_ASSIGN(user, desk.participants.users().find(ticket.user));
  bool const personal = user && !user->email.empty();
  std::string to = personal ? user->email : std::string();
  Language in = personal ? user->language : desk.country.rules().languages.front();
  if (!personal) {
    TAMGA_ASSIGN(theirs, registry::language_of(connection, ticket.participant, in));
    in = theirs;
    TAMGA_ASSIGN(stored, registry::find_profile(connection, ticket.participant));
    if (stored) to = stored->profile.email;
  }
  if (!mail::check_address(to)) return {};
  std::string const number = std::to_string(ticket.number.value());
  TAMGA_TRY(desk.outbox.put(connection, {.key = text + '.' + number + '.' + std::to_string(now.value()),
                                         .to = to,
                                         .language = in,
                                         .text = text,
                                         .values = {{"company", {company->name}},
                                                    {"subject", {ticket.subject}},
                                                    {"link", {desk.site + "/support/" + number}}},
                                         .created_at = now,
                                         .participant = ticket.participant.value()}));
  return {};
}

std::string letter_key(Violation const& report) {
  return "violation_decided." + std::to_string(report.number.value());
}

Result<void> post_letter(Desk const& desk, sql::Connection& connection, Violation const& report, UnixMs now) {
  if (!mail::check_address(report.contact)) return {};
  std::string const number = std::to_string(report.number.value());
  TAMGA_TRY(desk.outbox.put(
      connection, {.key = letter_key(report),
                   .to = report.contact,
                   .language = report.language,
                   .text = "violation_decided",
                   .values = {{"number", {number}},
                              {"link", {desk.site + "/violations/" + number + "?key=" + report.secret}}},
                   .created_at = now}));
  return {};
}

}  // namespace tamga::support
