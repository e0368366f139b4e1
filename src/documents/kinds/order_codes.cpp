// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/order_codes.hpp"

#include <fmt/format.h>

#include "billing/books.hpp"
#include "billing/invoice_pdf.hpp"
#include "documents/emitter.hpp"
#include "documents/errors.hpp"
#include "documents/order_plan.hpp"
#include "registry/profile.hpp"

namespace tamga::documents {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

/// Whoever owes for too long gets no more codes.
Result<void> judge_debt(Case& one) {
  billing::Rules const* billing = one.desk().books().billing;
  if (!billing) return {};
  auto const days = billing->terms_on(one.context().today).debt_days;
  if (!days) return {};
  TAMGA_ASSIGN(balances, one.desk().accounts.balances(one.sender()));
  if (balances.owed == 0) return {};
  TAMGA_ASSIGN(since, billing::in_debt_since(one.desk().connection(), one.sender()));
  if (since && since->value() + *days * kDayMs < one.context().now.value())
    one.object(Error(kDebtOverdue)
                   .with("owed", billing::amount_text(balances.owed))
                   .with("days", std::to_string(*days)));
  return {};
}

/// A place is one of those that the profile names.
Result<void> judge_place(Case& one, std::optional<std::string> const& place) {
  if (!place) return {};
  TAMGA_ASSIGN(stored, one.desk().profiles.find(one.desk().connection(), one.sender()));
  if (stored && stored->profile.sites)
    for (registry::ProductionSite const& site : *stored->profile.sites)
      if (site.name == *place) return {};
  one.object(Error(kPlaceUnknown).at("/place").with("value", *place));
  return {};
}

/// A service provider orders by methods of service providers, everybody else by the others.
std::string judge_creation_method(Case& one, std::optional<std::string> const& said) {
  bool const by_provider = one.signer() != one.sender();
  auto const& methods = one.rules().creation_methods;
  if (!said) {
    for (country::CreationMethod const& method : methods.rows())
      if (method.by_provider == by_provider) return method.code;
    return {};
  }
  auto const* method = methods.find(*said);
  if (!method)
    one.object(Error(kCreationMethodUnknown).at("/creation_method").with("value", *said));
  else if (method->by_provider != by_provider)
    one.object(Error(kCreationMethodNotOffered).at("/creation_method").with("value", *said));
  return *said;
}

/// As many orders may wait in the queue as may be open.
Result<void> judge_queue(Case& one, OrderCodes::Plan const& plan) {
  country::Limits const* limits = one.rules().limits.in_force(one.context().today);
  if (!limits || !plan.waits) return {};
  TAMGA_ASSIGN(open, one.desk().orders.open(one.sender()));
  if (open.queued + open.awaiting_payment >= limits->active_orders)
    one.object(Error(kTooManyOrders)
                   .with("open", std::to_string(open.ready))
                   .with("limit", std::to_string(limits->active_orders)));
  return {};
}

}  // namespace

Result<OrderCodes::Plan> OrderCodes::check(Body const& body, Parts const&, Case& one) {
  TAMGA_TRY(judge_emitter(one));
  TAMGA_TRY(judge_place(one, body.place));
  TAMGA_TRY(judge_debt(one));
  auto const applied_by =
      one.signer() == one.sender() ? country::AppliedBy::Holder : country::AppliedBy::ServiceProvider;
  std::string creation_method = judge_creation_method(one, body.creation_method);
  TAMGA_ASSIGN(plan, judge_order(one, one.sender(), body, applied_by));
  TAMGA_ASSIGN(registrar, judge_registrar(one, {one.sender(), one.signer()}, body.registrar, {body.group},
                                          RegistrarUse::Working));
  plan.registrar = registrar;
  plan.creation_method = std::move(creation_method);
  if (!one.objections().empty()) return plan;
  TAMGA_ASSIGN(hindrance, obstacle(one, one.sender(), plan.needs, false));
  if (hindrance) plan.waits = hindrance->status;
  TAMGA_TRY(judge_queue(one, plan));
  if (!plan.waits && one.objections().empty()) TAMGA_TRY(plan_codes(one, plan.lines));
  return plan;
}

void OrderCodes::apply(Body const& body, Plan const& plan, Case& one) {
  emission::Order order;
  order.number = one.context().number;
  order.participant = one.sender();
  order.group = plan.group;
  order.release_method = body.release_method;
  order.creation_method = plan.creation_method;
  order.contact = body.contact.value_or("");
  order.place = body.place.value_or("");
  if (one.signer() != one.sender()) order.provider = one.signer();
  order.production_order = body.production_order.value_or("");
  order.at = one.context().now;
  order.needs = plan.needs;
  order.registrar = plan.registrar.value();
  if (plan.waits) {
    order.status = *plan.waits;
    for (PlannedLine const& line : plan.lines) {
      billing::Fee fee = line.fee;
      fee.order = order.number;
      order.lines.push_back({.order = order.number,
                             .line = static_cast<int>(order.lines.size()),
                             .gtin = line.series->gtin,
                             .series = line.series->number,
                             .quantity = line.quantity,
                             .codes = {},
                             .tail_key_id = {},
                             .price = line.price,
                             .delivered = 0,
                             .fee = fee,
                             .card_version = line.card_version});
    }
    one.tell(order.participant, "order.waits",
             fmt::format(R"({{"order":"{}","status":"{}","needs":{}}})", order.number.value(),
                         emission::kOrderStatusNames[static_cast<std::size_t>(order.status)], order.needs));
  } else {
    issue_codes(one, plan, order);
  }
  one.desk().orders.add(std::move(order));
}

template struct KindOf<OrderCodes>;

}  // namespace tamga::documents
