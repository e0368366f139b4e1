// SPDX-License-Identifier: Apache-2.0
#include "documents/mandates.hpp"

#include <algorithm>

#include "documents/errors.hpp"

namespace tamga::documents {

using registry::Mandate;

Mandate MandateDesk::as_of_now(Mandate mandate) const {
  if (auto const ended = ended_.find(mandate.number); ended != ended_.end()) mandate.ended_by = ended->second;
  return mandate;
}

Result<std::optional<Mandate>> MandateDesk::find(ledger::DocumentNo number) const {
  for (Mandate const& one : given_)
    if (one.number == number) return as_of_now(one);
  TAMGA_ASSIGN(stored, registry::find_mandate(*connection_, number));
  if (!stored) return std::nullopt;
  return as_of_now(*std::move(stored));
}

Result<std::vector<Mandate>> MandateDesk::between(ledger::ParticipantNo principal,
                                                  ledger::ParticipantNo provider) const {
  TAMGA_ASSIGN(all, registry::mandates_between(*connection_, principal, provider));
  for (Mandate const& one : given_)
    if (one.principal == principal && one.provider == provider) all.push_back(one);
  for (Mandate& one : all) one = as_of_now(std::move(one));
  return all;
}

Result<void> MandateDesk::write() {
  for (Mandate const& one : given_) TAMGA_TRY(registry::insert_mandate(*connection_, one));
  for (auto const& [number, by] : ended_) TAMGA_TRY(registry::end_mandate(*connection_, number, by));
  return {};
}

Result<std::optional<ActingFor>> acting_for(Desk& desk, Traits const& traits, ledger::ParticipantNo sender,
                                            std::string const& tax_id, Date today,
                                            std::optional<Error>& refusal) {
  auto const refused = [&](ErrorKind const& kind) {
    refusal = Error(kind).at("/principal").with("tax_id", tax_id).with("kind", std::string(traits.name));
    return std::optional<ActingFor>();
  };
  if (!traits.by_provider) return refused(kKindNotByProvider);
  TAMGA_ASSIGN(principal, desk.books().participants.find_by_tax_id(tax_id));
  if (!principal) return refused(kPrincipalUnknown);
  ActingFor acting{principal->number, {}};
  if (principal->number == sender) return acting;
  TAMGA_ASSIGN(mandates, desk.mandates.between(principal->number, sender));
  bool every_group = false;
  bool any = false;
  for (Mandate const& one : mandates) {
    if (!one.in_force(today) || !one.rights.has(traits.right.value)) continue;
    any = true;
    every_group = every_group || one.groups.empty();
    acting.groups.insert(acting.groups.end(), one.groups.begin(), one.groups.end());
  }
  if (!any) return refused(kMandateMissing);
  if (every_group) acting.groups.clear();
  return acting;
}

}  // namespace tamga::documents
