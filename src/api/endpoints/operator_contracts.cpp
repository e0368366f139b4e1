// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_contracts.hpp"

#include "api/change_note.hpp"
#include "api/once.hpp"
#include "contract_office/errors.hpp"
#include "contract_office/office.hpp"
#include "contract_office/signing.hpp"
#include "contracts/errors.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using contracts::Contract;
using contracts::ContractNo;

registry::Facts facts_of(contract_office::GroupManager const& manager) {
  return {{"name", manager.name}, {"email", manager.email}, {"phone", manager.phone}};
}

PriorContractView view_of(contract_office::PriorRequest const& one) {
  PriorContractView out{};
  out.number = one.number;
  out.company = one.company;
  out.tax_id = one.tax_id;
  out.person = one.person;
  out.email = one.email;
  out.phone = one.phone;
  out.group = one.group;
  out.at = one.at;
  out.closed_at = one.closed_at;
  if (!one.answer.empty()) out.answer = one.answer;
  return out;
}

Result<Contract> decide(Call const& call, documents::Turn& turn, DecideContract::Body const& body,
                        std::string const& officer) {
  contract_office::Office const& office = call.services().contracts;
  ContractNo const no(body.contract);
  std::string const reason = body.reason.value_or("");
  switch (body.decision) {
    case ContractDecision::Accept:
      return contract_office::accept(office, turn.connection(), no, officer, turn.now());
    case ContractDecision::GiveBack:
      return contract_office::give_back(office, turn.connection(), no, reason, officer, turn.now());
    case ContractDecision::End:
      return contract_office::end(office, turn.connection(), no, reason, officer, turn.now());
  }
  return fail(contracts::kContractUnknown);
}

}  // namespace

Result<ListContractQueue::Output> ListContractQueue::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, call.services().contracts.contracts.to_review(
                          *reader, ContractNo(input.after.value_or(0)), input.limit));
  Output out;
  for (Contract const& one : found) out.contracts.push_back(ContractView::of(one, call));
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().no.value();
  return out;
}

Result<DecideContract::Output> DecideContract::handle(Input const&, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  if (body.decision != ContractDecision::Accept && !body.reason)
    return fail(Error(contracts::kReasonMissing).at("/reason"));
  auto const done =
      once(call, {.action = kSpec.action, .confirmation = &confirmation},
           [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
             TAMGA_ASSIGN(decided, decide(call, turn, body, confirmation.signer.person));
             turn.desk().contracts.change(decided.facts.participant_number);
             turn.tell({documents::contract_notice(decided.facts.participant_number, decided.number)});
             return decided.number;
           });
  TAMGA_TRY(done);
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(after, call.services().contracts.contracts.find(*reader, ContractNo(body.contract)));
  return ContractView::of(after, call);
}

Result<ListPriorContracts::Output> ListPriorContracts::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, contract_office::open_prior_requests(*reader, input.after.value_or(0), input.limit));
  Output out;
  for (auto const& one : found) out.requests.push_back(view_of(one));
  if (static_cast<int>(found.size()) == input.limit) out.next = std::stoll(found.back().number);
  return out;
}

Result<ClosePriorContract::Output> ClosePriorContract::handle(Input const& input, Body const& body,
                                                              Confirmation const& confirmation, Call& call) {
  if (body.request != std::to_string(input.request))
    return fail(Error(contract_office::kPriorRequestUnknown).at("/request"));
  OnceOrder const order{
      .action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing};
  auto const done = once(call, order, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_ASSIGN(closed, contract_office::close_prior_request(turn.connection(), input.request, body.answer,
                                                              confirmation.signer.person, turn.now()));
    return closed.number;
  });
  TAMGA_TRY(done);
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(after, contract_office::find_prior_request(*reader, input.request));
  return view_of(after);
}

Result<SetGroupManager::Output> SetGroupManager::handle(Input const&, Body const& body,
                                                        Confirmation const& confirmation, Call& call) {
  auto const set = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    contract_office::GroupManager const manager{.group = body.group,
                                                .name = body.name,
                                                .email = body.email,
                                                .phone = body.phone,
                                                .changed_by = confirmation.signer.person,
                                                .changed_at = turn.now()};
    TAMGA_ASSIGN(before, contract_office::find_group_manager(turn.connection(), body.group));
    TAMGA_TRY(contract_office::set_group_manager(call.services().contracts, turn.connection(), manager));
    TAMGA_TRY(note_changes(turn, entry, before ? facts_of(*before) : registry::Facts(), facts_of(manager)));
    return body.group;
  };
  TAMGA_TRY(once(call, {.action = kSpec.action, .confirmation = &confirmation}, set));
  return Output{};
}

template struct RowOf<ListContractQueue>;
template struct RowOf<DecideContract>;
template struct RowOf<ListPriorContracts>;
template struct RowOf<ClosePriorContract>;
template struct RowOf<SetGroupManager>;

}  // namespace tamga::api
