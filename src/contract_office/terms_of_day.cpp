// SPDX-License-Identifier: Apache-2.0
#include "contract_office/renewal.hpp"
#include "contracts/prices.hpp"
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

}  // namespace

Result<bool> compare_terms(Office const& office, sql::Connection& connection, UnixMs now) {
  TAMGA_ASSIGN(known, contracts::read_terms(connection));
  bool differs = false;
  for (auto const& [subject, terms] : terms_of(office, office.country.day_of(now))) {
    auto const before = known.find(subject);
    if (before != known.end() && before->second == terms) continue;
    TAMGA_TRY(contracts::set_terms(connection, subject, terms, now));
    differs = true;
    if (before == known.end()) continue;
    if (subject.starts_with("group "))
      TAMGA_TRY(contracts::ask_for_group(connection, behind(subject), reason_of(before->second, terms), now));
    else
      TAMGA_TRY(contracts::ask_for_kind(connection, behind(subject), contracts::kWordingChanged, now));
  }
  if (differs) TAMGA_TRY(contracts::ask_again(connection, now));
  return differs;
}

}  // namespace tamga::contract_office
