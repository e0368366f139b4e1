// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/expire_codes.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"
#include "documents/open_order.hpp"
#include "documents/open_shipment.hpp"

namespace tamga::documents {

using ledger::Event;

Result<ExpireCodes::Plan> ExpireCodes::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  auto const object = [&](ErrorKind const& kind) {
    one.object(Error(kind).at("/order").with("order", body.order));
    return plan;
  };
  auto const number = read_number(body.order);
  if (!number) return object(kOrderNotThere);
  TAMGA_ASSIGN(order, one.desk().orders.find(*number));
  if (!order) return object(kOrderNotThere);
  bool const ran_out = order->unused_until && *order->unused_until < one.context().now;
  if (!ran_out || order->expired_by != ledger::DocumentNo()) return object(kOrderNotRunOut);
  plan.order = order->number;
  plan.participant = order->participant;
  bool const at_once = applied_when_made(one.desk().country(), *order, one.context().today);
  TAMGA_ASSIGN(unused, unused_codes(one.desk().connection(), one.batch(), *order, at_once));
  TAMGA_TRY(one.load_lots(unused));
  plan.codes = std::move(unused);
  return plan;
}

void ExpireCodes::apply(Body const&, Plan const& plan, Case& one) {
  auto const* reason = one.rules().write_off_reasons.find(country::ReasonRole::CodeExpired);
  auto const patch = ledger::patch_of(Event::WriteOff).reason(reason->number);
  one.change(Event::WriteOff, patch, plan.codes);
  one.desk().orders.expire(plan.order, one.context().number);
  one.tell(plan.participant, "order.expired",
           fmt::format(R"({{"order":"{}","codes":{}}})", plan.order.value(), plan.codes.size()));
}

template struct KindOf<ExpireCodes>;

}  // namespace tamga::documents
