// SPDX-License-Identifier: Apache-2.0
#include "contract_office/facts.hpp"

#include "contracts/prices.hpp"
#include "identifiers/rule.hpp"

namespace tamga::contract_office {
namespace {

using contracts::Party;
using contracts::PartyKind;

PartyKind kind_of(Office const& office, std::string const& tax_id) {
  auto const holder = identifiers::kind_of(office.country.rules().identifiers.tax_id, tax_id);
  return !holder || *holder == identifiers::Holder::LegalEntity ? PartyKind::Organization
                                                                : PartyKind::SoleTrader;
}

Party party_of(Office const& office, Known const& known) {
  Party out;
  out.kind = kind_of(office, known.participant.tax_id);
  out.name = known.participant.name;
  out.tax_id = known.participant.tax_id;
  out.address = known.profile.address;
  out.email = known.profile.email;
  out.phone = known.profile.phone;
  if (known.entity) {
    out.registry_id = known.entity->registry_id;
    out.tax_registration = known.entity->kpp;
    if (known.entity->director) {
      out.director = known.entity->director->name;
      out.director_id = known.entity->director->person_id;
    }
  }
  if (known.profile.kpp) out.tax_registration = known.profile.kpp;
  if (known.profile.bank) {
    // A bank that the directory lacks is called by its code.
    country::Bank const* bank = office.country.rules().banks.find(known.profile.bank->bank);
    out.bank = bank ? bank->name : known.profile.bank->bank;
    if (bank && !bank->account.empty()) out.bank_account = bank->account;
    out.bank_code = known.profile.bank->bank;
    out.account = known.profile.bank->account;
  }
  return out;
}

}  // namespace

contracts::ContractFacts facts_of(Office const& office, Known const& known, std::string_view kind,
                                  std::string_view group, Date day) {
  country::CountryRules const& rules = office.country.rules();
  contracts::ContractFacts out;
  out.country = rules.code;
  out.kind = kind;
  out.participant_number = known.participant.number;
  out.participant = party_of(office, known);
  out.operator_party = office.terms.operator_party;
  if (!group.empty())
    if (auto const* found = office.country.find_group(group))
      out.group = contracts::group_facts(office.country, *found, day);
  out.currency = rules.currency.value();
  out.vat_hundredths = contracts::vat_of(rules, day);
  out.date = day;
  return out;
}

}  // namespace tamga::contract_office
