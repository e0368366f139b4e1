// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/ship.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"
#include "documents/registrar_use.hpp"

namespace tamga::documents {

using ledger::Event;

Result<Ship::Plan> Ship::check(Body const& body, Parts const& parts, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(receiver, one.desk().books().participants.find_by_tax_id(body.receiver));
  if (!receiver)
    one.object(Error(kReceiverUnknown).at("/receiver").with("value", body.receiver));
  else if (receiver->number == one.sender())
    one.object(Error(kReceiverIsSender).at("/receiver"));
  else
    plan.receiver = receiver->number;
  one.deals_with(plan.receiver);
  TAMGA_ASSIGN(tree, one.judge_tree(Event::Ship, one.codes(parts)));
  plan.tree = std::move(tree);
  plan.groups = groups_of(one, plan.tree.all());
  return plan;
}

void Ship::apply(Body const& body, Plan const& plan, Case& one) {
  one.change(Event::Ship, ledger::patch_of(Event::Ship), plan.tree.all());
  auto const number = one.context().number;
  one.desk().shipments.put({.number = number,
                            .sender = one.sender(),
                            .receiver = plan.receiver,
                            .status = ShipmentStatus::Waiting,
                            .shipped_at = one.context().now,
                            .closed_by = {},
                            .named = plan.tree.named,
                            .content = plan.tree.content,
                            .document = body.document.value_or(""),
                            .groups = {plan.groups.begin(), plan.groups.end()}});
  one.tell(plan.receiver, "shipment.incoming",
           fmt::format(R"({{"shipment":"{}","codes":{}}})", number.value(), plan.tree.named.size()));
}

template struct KindOf<Ship>;

}  // namespace tamga::documents
