// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/cancel_order.hpp"

#include "documents/errors.hpp"
#include "documents/open_order.hpp"

namespace tamga::documents {

Result<CancelOrder::Plan> CancelOrder::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(order, named_order(one, body.order));
  if (!order) return plan;
  if (!order->waits()) one.object(Error(kOrderNotWaiting).at("/order").with("order", body.order));
  plan.order = *std::move(order);
  return plan;
}

void CancelOrder::apply(Body const&, Plan const& plan, Case& one) {
  emission::Order order = plan.order;
  emission::OrderStatus const before = order.status;
  order.status = emission::OrderStatus::Cancelled;
  order.settled_by = one.context().number;
  one.desk().orders.settle(std::move(order), before);
}

template struct KindOf<CancelOrder>;

}  // namespace tamga::documents
