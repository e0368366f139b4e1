// SPDX-License-Identifier: Apache-2.0
#include "server/certificate_round.hpp"

#include <array>
#include <optional>

#include "documents/in_turn.hpp"
#include "registry/user_rows.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::array<std::int64_t, 3> kDays{1, 7, 30};  // the nearest first

using registry::EndingCertificate;

Result<std::vector<EndingCertificate>> ending(sql::Store& store, UnixMs now) {
  TAMGA_ASSIGN(reader, store.reader());
  return registry::ending_certificates(*reader, now, UnixMs(now.value() + kDays.back() * kDayMs));
}

/// The letter of the nearest warning that is due: somebody added late gets one letter and not three.
Result<std::optional<mail::Letter>> letter_about(CertificateDesk const& desk, EndingCertificate const& one,
                                                 UnixMs now) {
  std::optional<mail::Letter> nothing;
  TAMGA_ASSIGN(user, desk.participants.users().find(one.user));
  if (!user || user->email.empty()) return nothing;
  TAMGA_ASSIGN(company, desk.participants.find(user->participant));
  if (!company) return nothing;
  std::int64_t const left = (one.ends.value() - now.value() + kDayMs - 1) / kDayMs;
  std::int64_t due = kDays.back();
  for (std::int64_t const days : kDays)
    if (left <= days) {
      due = days;
      break;
    }
  return std::optional(mail::Letter{
      .key = "certificate_expiring." + crypto::hex(one.certificate).substr(0, 32) + '.' + std::to_string(due),
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

Result<void> warn_of_ending_certificates(CertificateDesk const& desk, UnixMs now) {
  TAMGA_ASSIGN(found, ending(desk.store, now));
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
