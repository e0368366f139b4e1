// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <vector>

#include "documents/in_turn.hpp"
#include "registry/ending.hpp"
#include "registry/heads.hpp"
#include "registry/profile.hpp"
#include "registry/user_rows.hpp"
#include "server/warning_rounds.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

using registry::ApiKey;
using registry::Mandate;
using registry::ParticipantNo;
using registry::PowerOfAttorney;

struct Reader {
  std::string to;
  Language in{};
};

/// The address of the profile, in the language of the organisation.
Result<std::optional<Reader>> organisation(WarningDesk const& desk, sql::Connection& connection,
                                           ParticipantNo participant) {
  std::optional<Reader> nobody;
  TAMGA_ASSIGN(stored, registry::find_profile(connection, participant));
  if (!stored || stored->profile.email.empty()) return nobody;
  TAMGA_ASSIGN(in, registry::language_of(connection, participant, desk.country.rules().languages.front()));
  return std::optional(Reader{stored->profile.email, in});
}

std::optional<Reader> person(registry::User const& user) {
  if (user.state == registry::UserState::Blocked || user.email.empty()) return std::nullopt;
  return Reader{user.email, user.language};
}

/// A letter that is due to one reader.
struct Warning {
  ParticipantNo participant;
  Reader reader;
  std::string key;
  mail::Values values;
};

/// Puts those that were not sent yet into the outbox, with an entry in the journal of each organisation.
Result<void> put(WarningDesk const& desk, documents::Turn& turn, std::string_view what,
                 std::string const& object, std::vector<Warning> const& warnings) {
  std::vector<ParticipantNo> told;
  for (Warning const& one : warnings) {
    TAMGA_ASSIGN(fresh, desk.outbox.put(turn.connection(), {.key = std::string(what) + "_expiring." + one.key,
                                                            .to = one.reader.to,
                                                            .language = one.reader.in,
                                                            .text = std::string(what) + "_expiring",
                                                            .values = one.values,
                                                            .created_at = turn.now(),
                                                            .participant = one.participant.value()}));
    if (!fresh || std::find(told.begin(), told.end(), one.participant) != told.end()) continue;
    told.push_back(one.participant);
    journal::Entry entry;
    entry.at = turn.now();
    entry.participant = one.participant.value();
    entry.action = std::string(what) + ".warn";
    entry.object = object;
    entry.result = "accepted";
    turn.journal(std::move(entry));
  }
  return {};
}

std::string numbered(std::string const& number, std::int64_t due) {
  return number + '.' + std::to_string(due);
}

Result<void> warn(WarningDesk const& desk, documents::Turn& turn, ApiKey const& key, std::int64_t left,
                  std::int64_t due) {
  TAMGA_ASSIGN(company, desk.participants.find(key.participant));
  if (!company) return {};
  TAMGA_ASSIGN(maker, desk.participants.users().find(key.certificate));
  std::optional<Reader> reader = maker ? person(*maker) : std::nullopt;
  if (!reader) {
    TAMGA_ASSIGN(instead, organisation(desk, turn.connection(), key.participant));
    reader = std::move(instead);
  }
  if (!reader) return {};
  return put(desk, turn, "api_key", key.id(),
             {{.participant = key.participant,
               .reader = *std::move(reader),
               .key = numbered(key.id(), due),
               .values = {{"key", {key.name}},
                          {"company", {company->name}},
                          {"until", {desk.country.day_of(key.expires).text()}},
                          {"left", {std::to_string(left)}},
                          {"link", {desk.site + "/developer"}}}}});
}

Result<void> warn(WarningDesk const& desk, documents::Turn& turn, PowerOfAttorney const& power,
                  std::int64_t left, std::int64_t due) {
  TAMGA_ASSIGN(company, desk.participants.find(power.participant));
  if (!company) return {};
  mail::Values const values{{"power", {power.number}},        {"person", {power.person}},
                            {"company", {company->name}},     {"until", {power.until.text()}},
                            {"left", {std::to_string(left)}}, {"link", {desk.site + "/users/powers"}}};
  std::string const number = numbered(std::to_string(power.document), due);
  std::vector<Warning> warnings;
  TAMGA_ASSIGN(giver, organisation(desk, turn.connection(), power.participant));
  TAMGA_ASSIGN(users, registry::read_users(turn.connection(), power.participant));
  for (registry::User const& user : users) {
    auto reader = user.person_id == power.person_id ? person(user) : std::nullopt;
    if (reader && !(giver && giver->to == reader->to))
      warnings.push_back({power.participant, *std::move(reader),
                          number + '.' + std::to_string(user.number.value()), values});
  }
  if (giver) warnings.push_back({power.participant, *std::move(giver), number, values});
  return put(desk, turn, "power", power.number, warnings);
}

/// Whether another one lets the provider do all that this one does, for longer.
Result<bool> is_followed(sql::Connection& connection, Mandate const& one) {
  TAMGA_ASSIGN(all, registry::mandates_between(connection, one.principal, one.provider));
  return std::any_of(all.begin(), all.end(), [&](Mandate const& other) {
    bool const groups =
        other.groups.empty() ||
        (!one.groups.empty() && std::all_of(one.groups.begin(), one.groups.end(),
                                            [&](std::string const& group) { return other.covers(group); }));
    return other.ended_by == ledger::DocumentNo() && other.until > one.until &&
           other.rights.holds(one.rights) && groups;
  });
}

Result<void> warn(WarningDesk const& desk, documents::Turn& turn, Mandate const& mandate, std::int64_t left,
                  std::int64_t due) {
  TAMGA_ASSIGN(followed, is_followed(turn.connection(), mandate));
  TAMGA_ASSIGN(principal, desk.participants.find(mandate.principal));
  TAMGA_ASSIGN(provider, desk.participants.find(mandate.provider));
  if (followed || !principal || !provider) return {};
  std::string const number = std::to_string(mandate.number.value());
  std::vector<Warning> warnings;
  for (ParticipantNo const one : {mandate.principal, mandate.provider}) {
    TAMGA_ASSIGN(reader, organisation(desk, turn.connection(), one));
    if (reader)
      warnings.push_back({one,
                          *std::move(reader),
                          numbered(number, due) + '.' + std::to_string(one.value()),
                          {{"mandate", {number}},
                           {"principal", {principal->name}},
                           {"provider", {provider->name}},
                           {"until", {mandate.until.text()}},
                           {"left", {std::to_string(left)}},
                           {"link", {desk.site + "/users/providers"}}}});
  }
  return put(desk, turn, "mandate", number, warnings);
}

/// Each in a turn of its own. `left_of`: days until it ends.
template <class Thing, class Left>
Result<void> warn_all(WarningDesk const& desk, std::vector<Thing> const& ending,
                      std::vector<std::int64_t> const& days, Left const& left_of) {
  for (Thing const& one : ending) {
    std::int64_t const left = left_of(one);
    auto const due = warning_due(days, left);
    if (!due) continue;
    TAMGA_TRY(documents::in_turn(desk.sequencer,
                                 [&](documents::Turn& turn) { return warn(desk, turn, one, left, *due); }));
  }
  return {};
}

Date last_day(Date today, std::vector<std::int64_t> const& days) {
  return Date::from_days(today.days() + static_cast<std::int32_t>(days.back()));
}

}  // namespace

Result<void> warn_of_ending_keys(WarningDesk const& desk, UnixMs now) {
  auto const& days = desk.days.api_keys;
  std::vector<ApiKey> ending;
  {
    TAMGA_ASSIGN(reader, desk.store.reader());
    TAMGA_ASSIGN(found, registry::ending_keys(*reader, now, UnixMs(now.value() + days.back() * kDayMs)));
    ending = std::move(found);
  }
  return warn_all(desk, ending, days, [&](ApiKey const& one) {
    return (one.expires.value() - now.value() + kDayMs - 1) / kDayMs;
  });
}

Result<void> warn_of_ending_powers(WarningDesk const& desk, UnixMs now) {
  auto const& days = desk.days.powers_of_attorney;
  Date const today = desk.country.day_of(now);
  std::vector<PowerOfAttorney> ending;
  {
    TAMGA_ASSIGN(reader, desk.store.reader());
    TAMGA_ASSIGN(found, registry::ending_powers(*reader, today, last_day(today, days)));
    ending = std::move(found);
  }
  return warn_all(desk, ending, days,
                  [&](PowerOfAttorney const& one) { return std::int64_t{one.until.days()} - today.days(); });
}

Result<void> warn_of_ending_mandates(WarningDesk const& desk, UnixMs now) {
  auto const& days = desk.days.powers_of_attorney;
  Date const today = desk.country.day_of(now);
  std::vector<Mandate> ending;
  {
    TAMGA_ASSIGN(reader, desk.store.reader());
    TAMGA_ASSIGN(found, registry::ending_mandates(*reader, today, last_day(today, days)));
    ending = std::move(found);
  }
  return warn_all(desk, ending, days,
                  [&](Mandate const& one) { return std::int64_t{one.until.days()} - today.days(); });
}

}  // namespace tamga::server
