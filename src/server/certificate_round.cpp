// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "documents/in_turn.hpp"
#include "registry/user_rows.hpp"
#include "server/warning_rounds.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

using registry::EndingCertificate;

Result<std::vector<EndingCertificate>> ending(WarningDesk const& desk, UnixMs now) {
  TAMGA_ASSIGN(reader, desk.store.reader());
  return registry::ending_certificates(*reader, now,
                                       UnixMs(now.value() + desk.days.certificates.back() * kDayMs));
}

/// The letter of the nearest warning that is due: somebody added late gets one letter and not three.
Result<std::optional<mail::Letter>> letter_about(WarningDesk const& desk, EndingCertificate const& one,
                                                 UnixMs now) {
  std::optional<mail::Letter> nothing;
  TAMGA_ASSIGN(user, desk.participants.users().find(one.user));
  if (!user || user->email.empty()) return nothing;
  TAMGA_ASSIGN(company, desk.participants.find(user->participant));
  if (!company) return nothing;
  std::int64_t const left = (one.ends.value() - now.value() + kDayMs - 1) / kDayMs;
  auto const due = warning_due(desk.days.certificates, left);
  if (!due) return nothing;
  return std::optional(mail::Letter{
      .key =
          "certificate_expiring." + crypto::hex(one.certificate).substr(0, 32) + '.' + std::to_string(*due),
      .to = user->email,
      .language = user->language,
      .text = "certificate_expiring",
      .values = {{"person", {user->person}},
                 {"company", {company->name}},
                 {"until", {rfc3339(one.ends).substr(0, 10)}},
                 {"left", {std::to_string(left)}},
                 {"link", {desk.site + "/"}}},
      .created_at = now,
      .participant = user->participant.value()});
}

}  // namespace

Result<void> warn_of_ending_certificates(WarningDesk const& desk, UnixMs now) {
  TAMGA_ASSIGN(found, ending(desk, now));
  for (EndingCertificate const& one : found) {
    TAMGA_ASSIGN(letter, letter_about(desk, one, now));
    if (!letter) continue;
    TAMGA_TRY(documents::in_turn(desk.sequencer, [&](documents::Turn& turn) -> Result<void> {
      TAMGA_ASSIGN(fresh, desk.outbox.put(turn.connection(), *letter));
      if (!fresh) return {};
      journal::Entry entry;
      entry.at = turn.now();
      entry.participant = *letter->participant;
      entry.action = "certificate.warn";
      entry.object = std::to_string(one.user.value());
      entry.result = "accepted";
      turn.journal(std::move(entry));
      return {};
    }));
  }
  return {};
}

}  // namespace tamga::server
