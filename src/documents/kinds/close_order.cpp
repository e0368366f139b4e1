// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/close_order.hpp"

#include "documents/errors.hpp"
#include "documents/fees.hpp"
#include "documents/open_order.hpp"

namespace tamga::documents {

using ledger::CodeRange;
using ledger::CodeState;
using ledger::CodeStatus;
using ledger::Event;

namespace {

/// Codes that are as they were made: not written off before, not held. Where the group's codes count as
/// applied when they are made, so do these.
ledger::CodeSet untouched(Case& one, ledger::CodeSet const& codes) {
  ledger::CodeSet out;
  one.batch().for_each_run(codes, [&](CodeRange range, CodeState const& state) {
    auto const* rules = one.group_rules(ledger::series_of(range.first));
    bool const at_once = rules && rules->has(country::Capability::AppliedAtEmission);
    CodeStatus const made = at_once ? CodeStatus::Applied : CodeStatus::Emitted;
    if (state.status == made && (state.marks & ledger::kHolds) == 0) out.add(range);
  });
  return out;
}

}  // namespace

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
  for (emission::OrderLine const& line : order->lines) {
    ledger::CodeSet const left = unfetched(line);
    TAMGA_TRY(one.load_lots(left));
    plan.unfetched.push_back(untouched(one, left));
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
