// SPDX-License-Identifier: Apache-2.0
#include "contract_office/renewal.hpp"
#include "contracts/prices.hpp"
#include "registry/profiled.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::contract_office {
namespace {

/// What contracts say that is no party's: by subject, today.
contracts::Terms terms_of(Office const& office, Date day) {
  contracts::Terms out;
  for (country::ProductGroup const& group : office.country.groups())
    out.emplace("group " + group.code, shape::encode(contracts::group_facts(office.country, group, day)));
  std::string const vat = std::to_string(contracts::vat_of(office.country.rules(), day));
  for (contracts::ContractTemplate const& kind : office.templates.all()) {
    auto const wording = kind.wording_day(day);
    out.emplace("kind " + kind.kind, (wording ? wording->text() : std::string()) + " vat " + vat);
  }
  return out;
}

std::string_view behind(std::string_view subject) { return subject.substr(subject.find(' ') + 1); }

/// Why contracts of the group are looked at again.
std::string_view reason_of(std::string const& before, std::string const& now) {
  auto const old = shape::decode<contracts::GroupFacts>(before);
  auto const fresh = shape::decode<contracts::GroupFacts>(now);
  bool const turned =
      old && fresh && old->mode == country::GroupMode::Pilot && fresh->mode == country::GroupMode::Mandatory;
  return turned ? contracts::kPilotEnded : contracts::kPricesChanged;
}

/// A kind of contract that the country did not have: everybody may need it.
Result<void> ask_for_all(sql::Connection& connection, UnixMs now) {
  TAMGA_ASSIGN(all, registry::profiled(connection));
  for (registry::ParticipantNo const one : all)
    TAMGA_TRY(contracts::ask_for(connection, one, contracts::kWordingChanged, now));
  return {};
}

}  // namespace

Result<bool> compare_terms(Office const& office, sql::Connection& connection, UnixMs now) {
  TAMGA_ASSIGN(known, contracts::read_terms(connection));
  bool differs = false;
  bool new_kind = false;
  for (auto const& [subject, terms] : terms_of(office, office.country.day_of(now))) {
    auto const before = known.find(subject);
    if (before != known.end() && before->second == terms) continue;
    TAMGA_TRY(contracts::set_terms(connection, subject, terms, now));
    differs = true;
    new_kind = new_kind || (before == known.end() && subject.starts_with("kind "));
    if (before == known.end()) continue;
    if (subject.starts_with("group "))
      TAMGA_TRY(contracts::ask_for_group(connection, behind(subject), reason_of(before->second, terms), now));
    else
      TAMGA_TRY(contracts::ask_for_kind(connection, behind(subject), contracts::kWordingChanged, now));
  }
  if (new_kind) TAMGA_TRY(ask_for_all(connection, now));
  if (differs) TAMGA_TRY(contracts::ask_again(connection, now));
  return differs;
}

}  // namespace tamga::contract_office
