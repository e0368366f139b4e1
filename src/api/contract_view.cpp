// SPDX-License-Identifier: Apache-2.0
#include "api/contract_view.hpp"

#include "contract_office/office.hpp"
#include "country/error_texts.hpp"

namespace tamga::api {
namespace {

using contracts::ContractState;

/// Reasons of the system are words, those of people are shown as they were written.
std::string reason_of(contracts::Contract const& contract, Call const& call) {
  auto const& texts = call.services().texts;
  std::string const left = "contract_left_" + contract.reason;
  std::string const known = texts.word(left, call.language());
  return known == left ? texts.word(contract.reason, call.language()) : known;
}

bool in_force(contracts::Contract const& contract, Date today) {
  if (contract.state == ContractState::Active) return true;
  return contract.state == ContractState::Amending && contract.keep_until && today <= *contract.keep_until;
}

}  // namespace

ContractView ContractView::of(contracts::Contract const& contract, Call const& call) {
  Services const& services = call.services();
  auto const* kind = services.contracts.templates.find(contract.facts.kind);
  ContractView out{};
  out.contract = contract.no.value();
  out.number = contract.number;
  out.kind = contract.facts.kind;
  out.title = kind ? kind->name.in(call.language()) : contract.facts.kind;
  out.company = contract.facts.participant.name;
  out.tax_id = contract.facts.participant.tax_id;
  out.version = contract.version;
  out.date = contract.facts.date;
  out.state = contract.state;
  out.in_force = api::in_force(contract, call.today());
  out.keep_until = contract.keep_until;
  if (contract.facts.group) {
    out.group = contract.facts.group->code;
    out.group_name = contract.facts.group->name.in(call.language());
  }
  out.state_name = services.texts.word("contract_" + std::string(name_of(contract.state)), call.language());
  if (contract.participant_signature) {
    out.signed_at = contract.participant_signature->at;
    out.signed_by = contract.participant_signature->person;
  }
  if (contract.operator_signature) out.accepted_at = contract.operator_signature->at;
  if (contract.replaces) out.replaces = contract.replaces->value();
  if (!contract.reason.empty()) out.reason = reason_of(contract, call);
  return out;
}

}  // namespace tamga::api
