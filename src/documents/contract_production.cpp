// SPDX-License-Identifier: Apache-2.0
#include "documents/contract_production.hpp"

#include "documents/errors.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Event;

Result<std::optional<ledger::ParticipantNo>> judge_parties(Case& one, ContractParties const& parties) {
  std::optional<ledger::ParticipantNo> customer;
  if (parties.customer == parties.contractor) {
    one.object(Error(kPartiesSame).at("/contractor"));
    return customer;
  }
  auto const& participants = one.desk().books().participants;
  TAMGA_ASSIGN(who_orders, participants.find_by_tax_id(parties.customer));
  TAMGA_ASSIGN(who_makes, participants.find_by_tax_id(parties.contractor));
  if (!who_orders) {
    one.object(Error(kCustomerUnknown).at("/customer").with("value", std::string(parties.customer)));
    return customer;
  }
  bool const takes_part =
      who_orders->number == one.sender() || (who_makes && who_makes->number == one.sender());
  if (takes_part)
    customer = who_orders->number;
  else
    one.object(Error(kPartiesWithoutSender).at("/customer"));
  return customer;
}

Result<CodeSet> judge_hand_over(Case& one, NamedCodes const& named, Case::Tree const& tree) {
  one.batch().for_each_run(tree.named, [&](CodeRange range, CodeState const& state) {
    if (state.parent != ledger::CodeNo())
      one.refuse_all(named, range, ledger::kCodeInsidePackage, Event::HandOver, state);
  });
  TAMGA_ASSIGN(inside, one.content(named.set()));
  CodeSet const introduced = tree.all();
  CodeSet const packs = named.set().minus(introduced);
  CodeSet const packed = inside.minus(introduced);
  TAMGA_TRY(one.judge(Event::HandOver, named, packs));
  TAMGA_ASSIGN(against, one.judge_content(Event::HandOver, packed));
  if (against) one.object(one.content_error(*against, Event::HandOver).at("/codes"));
  return packs.unite(packed);
}

}  // namespace tamga::documents
