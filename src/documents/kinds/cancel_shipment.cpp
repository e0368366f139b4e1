// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/cancel_shipment.hpp"

#include <fmt/format.h>

#include "documents/open_shipment.hpp"

namespace tamga::documents {

using ledger::Event;

Result<CancelShipment::Plan> CancelShipment::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(shipment, open_shipment(one, body.shipment, &Shipment::sender));
  if (!shipment) return plan;
  plan.shipment = std::move(*shipment);
  plan.codes = plan.shipment.named.unite(plan.shipment.content);
  TAMGA_ASSIGN(error, one.judge_content(Event::GiveBack, plan.codes));
  if (error) one.object(Error(*error).at("/shipment"));
  return plan;
}

void CancelShipment::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::GiveBack, ledger::patch_of(Event::GiveBack), plan.codes);
  Shipment shipment = plan.shipment;
  shipment.status = ShipmentStatus::Cancelled;
  shipment.closed_by = one.context().number;
  shipment.returned = plan.codes.size();
  one.tell(shipment.receiver, "shipment.cancelled",
           fmt::format(R"({{"shipment":"{}"}})", shipment.number.value()));
  one.desk().shipments.put(std::move(shipment));
}

template struct KindOf<CancelShipment>;

}  // namespace tamga::documents
