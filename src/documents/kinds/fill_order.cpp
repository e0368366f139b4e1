// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/fill_order.hpp"

#include <fmt/format.h>

#include "documents/decline.hpp"
#include "documents/document_store.hpp"
#include "documents/errors.hpp"
#include "documents/open_order.hpp"
#include "documents/order_plan.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using emission::OrderStatus;

namespace {

/// What the participant signed when he ordered.
Result<OrderCodes::Body> body_of(Case& one, emission::OrderNo order) {
  TAMGA_ASSIGN(document, find_document(one.desk().connection(), order));
  if (!document) return fail(Error(ledger::kLedgerDamaged).log("no document of an order that waits"));
  TAMGA_ASSIGN(bytes, unpack_body(document->body));
  TAMGA_ASSIGN(json, shape::JsonDocument::open(bytes));
  shape::Reader reader(json, 1);
  std::optional<OrderCodes::Body> body;
  shape::read_object(reader, body, &kKindField);
  reader.finish();
  if (reader.failed()) return fail(Error(ledger::kLedgerDamaged).log("a stored order cannot be read"));
  return *std::move(body);
}

/// Fees are those agreed when the order was made.
void keep_fees(emission::Order const& order, OrderCodes::Plan& plan) {
  for (std::size_t i = 0; i < plan.lines.size() && i < order.lines.size(); ++i)
    plan.lines[i].fee = order.lines[i].fee;
  plan.needs = order.needs;
}

/// The one the order was made for must still work.
Result<void> judge_registrar_of(Case& one, emission::Order const& order, OrderCodes::Body const& asked) {
  std::optional<std::string> const named =
      order.registrar == 0 ? std::nullopt : std::optional(std::to_string(order.registrar));
  bool const by_provider = order.provider != ledger::ParticipantNo();
  TAMGA_TRY(judge_registrar(one, {order.participant, by_provider ? order.provider : order.participant}, named,
                            {asked.group}, RegistrarUse::Working));
  return {};
}

/// What stands against somebody who orders.
void add_standing(Case& one, ledger::ParticipantNo who, std::vector<Error>& reasons) {
  for (Error& error : one.desk().books().admission.against(who, OrderCodes::kTraits.name))
    reasons.push_back(std::move(error));
}

std::string names_of(std::vector<Error> const& errors) {
  std::string names;
  for (Error const& error : errors) {
    if (names.find(error.name()) != std::string::npos) continue;
    if (!names.empty()) names += ' ';
    names += error.name();
  }
  return names;
}

}  // namespace

Result<FillOrder::Plan> FillOrder::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(order, named_order(one, body.order));
  if (!order) return plan;
  if (!order->waits()) {
    one.object(Error(kOrderNotWaiting).at("/order").with("order", body.order));
    return plan;
  }
  TAMGA_ASSIGN(hindrance, obstacle(one, order->participant, order->needs, true));
  if (hindrance) {
    one.object(Error(kOrderStillWaits).at("/order").with("order", body.order));
    return plan;
  }
  TAMGA_ASSIGN(asked, body_of(one, order->number));
  bool const by_provider = order->provider != ledger::ParticipantNo();
  TAMGA_ASSIGN(codes,
               judge_order(one, order->participant, asked,
                           by_provider ? country::AppliedBy::ServiceProvider : country::AppliedBy::Holder));
  TAMGA_TRY(judge_registrar_of(one, *order, asked));
  plan.declined = one.take_objections();
  add_standing(one, order->participant, plan.declined);
  if (by_provider) add_standing(one, order->provider, plan.declined);
  keep_fees(*order, codes);
  if (plan.declined.empty()) TAMGA_TRY(plan_codes(one, codes.lines));
  plan.order = *std::move(order);
  plan.codes = std::move(codes);
  return plan;
}

void FillOrder::apply(Body const&, Plan const& plan, Case& one) {
  emission::Order order = plan.order;
  OrderStatus const before = order.status;
  std::string_view event = "order.ready";
  if (plan.declined.empty()) {
    issue_codes(one, plan.codes, order);
  } else {
    order.status = OrderStatus::Declined;
    order.settled_by = one.context().number;
    order.declined = kept_reasons(plan.declined);
    event = "order.declined";
  }
  one.tell(order.participant, std::string(event),
           fmt::format(R"({{"order":"{}","reasons":"{}"}})", order.number.value(), names_of(plan.declined)));
  one.desk().orders.settle(std::move(order), before);
}

template struct KindOf<FillOrder>;

}  // namespace tamga::documents
