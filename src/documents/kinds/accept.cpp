// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/accept.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"
#include "documents/open_shipment.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Event;

namespace {

/// The listed codes with all they hold; what is not of the shipment is refused.
Result<CodeSet> listed(Case& one, Naming::Part const& part, CodeSet const& shipped) {
  NamedCodes const named = one.codes(part);
  CodeSet const strange = named.set().minus(shipped);
  for (CodeRange const& range : strange.ranges()) one.refuse_all(named, range, kCodeNotInShipment);
  CodeSet const chosen = named.set().minus(strange);
  TAMGA_TRY(one.judge(Event::Accept, named, chosen));
  TAMGA_ASSIGN(inside, one.content(chosen));
  return chosen.unite(inside.intersect(shipped));
}

/// Something that is named by no text of the document does not fit: the decision is what is wrong.
Result<void> judge_rest(Case& one, Event event, CodeSet const& codes) {
  TAMGA_ASSIGN(error, one.judge_content(event, codes));
  if (error) one.object(one.content_error(*error, event).at("/decision"));
  return {};
}

ShipmentStatus status_of(Accept::Plan const& plan) {
  if (plan.back.empty()) return ShipmentStatus::Accepted;
  return plan.taken.empty() && plan.loose.empty() ? ShipmentStatus::Refused : ShipmentStatus::PartlyAccepted;
}

}  // namespace

Result<void> Accept::preflight(Body const& body) {
  if (body.codes.has_value() != (body.decision == Acceptance::Listed))
    return fail(Error(kCodesNotByDecision).at("/codes"));
  return {};
}

Result<Accept::Plan> Accept::check(Body const& body, Parts const& parts, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(shipment, open_shipment(one, body.shipment, &Shipment::receiver));
  if (!shipment) return plan;
  plan.shipment = std::move(*shipment);
  CodeSet const shipped = plan.shipment.named.unite(plan.shipment.content);
  CodeSet accepted;
  if (body.decision == Acceptance::All) accepted = shipped;
  if (body.decision == Acceptance::Listed) {
    TAMGA_ASSIGN(chosen, listed(one, parts, shipped));
    accepted = std::move(chosen);
  }
  TAMGA_TRY(one.batch().load(shipped));
  plan.back = shipped.minus(accepted);
  TAMGA_TRY(judge_rest(one, Event::Accept, accepted));
  TAMGA_TRY(judge_rest(one, Event::GiveBack, plan.back));
  one.batch().for_each_run(accepted, [&](CodeRange range, CodeState const& state) {
    bool const stays = state.parent == CodeNo() || accepted.contains(state.parent);
    (stays ? plan.taken : plan.loose).add(range);
  });
  return plan;
}

void Accept::apply(Body const&, Plan const& plan, Case& one) {
  auto const accepted = ledger::patch_of(Event::Accept).owner(one.sender());
  auto loosened = accepted;
  one.change(Event::Accept, accepted, plan.taken);
  one.change(Event::Accept, loosened.parent(CodeNo()), plan.loose);
  one.change(Event::GiveBack, ledger::patch_of(Event::GiveBack), plan.back);
  Shipment shipment = plan.shipment;
  shipment.status = status_of(plan);
  shipment.closed_by = one.context().number;
  shipment.accepted = plan.taken.size() + plan.loose.size();
  shipment.returned = plan.back.size();
  one.tell(shipment.sender, "shipment.answered",
           fmt::format(R"({{"shipment":"{}","accepted":{},"returned":{}}})", shipment.number.value(),
                       shipment.accepted, shipment.returned));
  one.desk().shipments.put(std::move(shipment));
}

template struct KindOf<Accept>;

}  // namespace tamga::documents
