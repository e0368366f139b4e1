// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/close_order.hpp"

#include "documents/errors.hpp"
#include "documents/fees.hpp"
#include "documents/open_order.hpp"

namespace tamga::documents {

using ledger::Event;

Result<CloseOrder::Plan> CloseOrder::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(order, named_order(one, body.order));
  if (!order) return plan;
  bool const open =
      order->status == emission::OrderStatus::Ready || order->status == emission::OrderStatus::Downloaded;
  if (!open) {
    one.object(Error(kOrderNotOpen).at("/order").with("order", body.order));
    return plan;
  }
  bool const at_once = applied_when_made(one.desk().country(), *order, one.context().today);
  for (emission::OrderLine const& line : order->lines) {
    TAMGA_ASSIGN(left, unfetched(one.desk().connection(), line));
    TAMGA_TRY(one.load_lots(left));
    plan.unfetched.push_back(untouched(one.batch(), left, at_once));
  }
  plan.order = *std::move(order);
  return plan;
}

void CloseOrder::apply(Body const&, Plan const& plan, Case& one) {
  emission::Order order = plan.order;
  emission::OrderStatus const before = order.status;
  auto const* reason = one.rules().write_off_reasons.find(country::ReasonRole::OrderClosed);
  auto const patch = ledger::patch_of(Event::WriteOff).reason(reason->number);
  billing::Rules const* billing = one.desk().books().billing;
  bool const refunds = billing && billing->terms_on(one.context().today).refund_unissued;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    ledger::CodeSet const& codes = plan.unfetched[i];
    one.change(Event::WriteOff, patch, codes);
    billing::Fee const& fee = order.lines[i].fee;
    if (refunds && fee.at_once() && !fee.free()) Fees(one).refund(fee, order.group, codes.size());
  }
  order.status = emission::OrderStatus::Closed;
  order.settled_by = one.context().number;
  one.desk().orders.settle(std::move(order), before);
}

template struct KindOf<CloseOrder>;

}  // namespace tamga::documents
