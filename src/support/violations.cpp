// SPDX-License-Identifier: Apache-2.0
#include "support/violations.hpp"

#include <array>

#include "identifiers/contacts.hpp"
#include "support/errors.hpp"
#include "support/letters.hpp"
#include "support/violation_rows.hpp"

namespace tamga::support {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
/// Letters and digits that nobody mistakes for one another: 32, so that a byte gives five bits evenly.
constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t kSecret = 12;

std::string secret_word(Rng& rng) {
  std::array<std::byte, kSecret> bytes{};
  rng.fill(bytes);
  std::string out;
  for (std::byte const byte : bytes)
    out.push_back(kAlphabet[std::to_integer<std::size_t>(byte) % kAlphabet.size()]);
  return out;
}

UnixMs contacts_before(Desk const& desk, UnixMs now) {
  return UnixMs(now.value() - desk.rules.contact_days * kDayMs);
}

Error decided(Violation const& report) { return Error(kViolationDecided).with("person", report.decided_by); }

Result<void> check_free(Violation const& report, Author const& officer) {
  if (report.is_decided()) return fail(decided(report));
  bool const of_other = report.taken_by != registry::UserNo() && report.taken_by != officer.user;
  return of_other ? Result<void>(fail(Error(kViolationTaken).with("person", report.taken_person)))
                  : Result<void>();
}

void give(Violation& report, Author const& officer) {
  report.taken_by = officer.user;
  report.taken_person = officer.person;
}

Result<void> check_report(Desk const& desk, Violation const& given, bool consent) {
  ViolationKind const* const kind = desk.rules.violation(given.kind);
  if (kind == nullptr) return fail(Error(kViolationKindUnknown).at("/kind").with("kind", given.kind));
  if (kind->needs_goods && given.code.empty() && given.gtin.empty())
    return fail(Error(kViolationGoodsMissing).at("/code"));
  if (given.place.latitude.has_value() != given.place.longitude.has_value())
    return fail(Error(kPlaceIncomplete).at(given.place.latitude ? "/longitude" : "/latitude"));
  if (given.contact.empty()) return {};
  if (!consent) return fail(Error(kContactConsentMissing).at("/consent"));
  auto const good = identifiers::check_email(given.contact);
  return good ? Result<void>() : Result<void>(fail(Error(good.error()).at("/email")));
}

}  // namespace

Result<Violation> report(Desk const& desk, sql::Connection& connection, Violation given, bool consent,
                         UnixMs now) {
  TAMGA_TRY(check_report(desk, given, consent));
  TAMGA_ASSIGN(lately, count_violations(connection, given.origin, UnixMs(now.value() - kDayMs)));
  if (lately >= desk.rules.reports_a_day)
    return fail(Error(kTooManyViolations).with("limit", std::to_string(desk.rules.reports_a_day)));
  given.secret = secret_word(desk.rng);
  given.reported = now;
  given.state = ViolationState::Received;
  TAMGA_TRY(insert(connection, given));
  return given;
}

Result<Violation> take(sql::Connection& connection, Violation found, Author const& officer, bool over) {
  auto const free = check_free(found, officer);
  if (!free && !(over && free.error().is(kViolationTaken))) return fail(free.error());
  give(found, officer);
  found.state = ViolationState::InWork;
  TAMGA_TRY(update(connection, found));
  return found;
}

Result<Violation> decide(Desk const& desk, sql::Connection& connection, Violation found,
                         Author const& officer, bool confirmed, std::string_view answer, UnixMs now) {
  TAMGA_TRY(check_free(found, officer));
  give(found, officer);
  found.state = confirmed ? ViolationState::Confirmed : ViolationState::Dismissed;
  found.decided = now;
  found.decided_by = officer.person;
  found.answer = answer;
  TAMGA_TRY(post_letter(desk, connection, found, now));
  TAMGA_TRY(update(connection, found));
  return found;
}

Result<Violation> find_by_secret(sql::Connection& connection, ViolationNo number, std::string_view secret) {
  TAMGA_ASSIGN(found, find_violation(connection, number));
  if (found.secret != secret) return fail(kViolationUnknown);
  return std::move(found);
}

Result<bool> is_to_be_erased(Desk const& desk, sql::Connection& connection, UnixMs now) {
  TAMGA_ASSIGN(contacts, with_old_contacts(connection, contacts_before(desk, now), 1));
  if (!contacts.empty()) return true;
  return has_origins(connection, UnixMs(now.value() - kDayMs));
}

Result<std::vector<ViolationNo>> erase_contacts(Desk const& desk, sql::Connection& connection, UnixMs now,
                                                int limit) {
  TAMGA_TRY(erase_origins(connection, UnixMs(now.value() - kDayMs)));
  TAMGA_ASSIGN(found, with_old_contacts(connection, contacts_before(desk, now), limit));
  std::vector<ViolationNo> erased;
  for (Violation& one : found) {
    one.contact.clear();
    TAMGA_TRY(update(connection, one));
    TAMGA_TRY(mail::forget(connection, letter_key(one)));
    erased.push_back(one.number);
  }
  return erased;
}

}  // namespace tamga::support
