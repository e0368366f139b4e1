// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/order_codes.hpp"

#include <algorithm>
#include <set>

#include "documents/emitter.hpp"
#include "documents/errors.hpp"
#include "documents/order_line.hpp"
#include "documents/products.hpp"

namespace tamga::documents {

using ledger::Event;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

country::ProductGroup const* judge_group(Case& one, OrderCodes::Body const& body) {
  country::ProductGroup const* group = one.desk().country().find_group(body.group);
  auto const object = [&](ErrorKind const& kind) {
    one.object(Error(kind).at("/group").with("group", body.group));
  };
  if (!group)
    object(kGroupUnknown);
  else if (!group->ordering_open(one.context().today))
    object(kGroupClosed);
  else if (ErrorKind const* refusal = refusal_of_group(one, *group))
    object(*refusal);
  if (group) one.judge_group(group->code);
  return group;
}

void judge_limits(Case& one, OrderCodes::Body const& body,
                  std::vector<OrderCodes::PlannedLine> const& lines) {
  country::Limits const* limits = one.rules().limits.in_force(one.context().today);
  if (!limits) return;
  auto const object = [&](std::string pointer, std::int64_t limit) {
    one.object(Error(kOverLimit).at(std::move(pointer)).with("limit", std::to_string(limit)));
  };
  if (static_cast<std::int64_t>(body.lines.size()) > limits->order_products)
    object("/lines", limits->order_products);
  std::int64_t const most =
      lines.size() == 1 ? limits->order_codes_single_product : limits->order_codes_per_product;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].quantity > most) object("/lines/" + std::to_string(i) + "/quantity", most);
}

/// A product stands in one line: its codes then are one set.
void judge_repetitions(Case& one, OrderCodes::Body const& body) {
  std::set<std::uint64_t> met;
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    auto const gtin = gs1::Gtin::parse(body.lines[i].gtin);
    if (gtin && !met.insert(gtin->number()).second)
      one.object(
          Error(kProductTwice).at("/lines/" + std::to_string(i) + "/gtin").with("gtin", body.lines[i].gtin));
  }
}

/// The codes that the order will get, and the keys of their tails.
Result<void> plan_codes(Case& one, std::vector<OrderCodes::PlannedLine>& lines) {
  for (OrderCodes::PlannedLine& line : lines) {
    TAMGA_ASSIGN(codes, one.desk().series.next(*line.series, line.quantity));
    TAMGA_TRY(one.batch().load(codes));
    line.codes = std::move(codes);
    gs1::TailKind const tail = line.series->layout.tail();
    if (tail == gs1::TailKind::None) continue;
    TAMGA_ASSIGN(key, one.desk().books().tail_keys.active(tail));
    line.tail_key_id = key->key_id();
  }
  return {};
}

}  // namespace

Result<OrderCodes::Plan> OrderCodes::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_TRY(judge_emitter(one));
  country::ProductGroup const* group = judge_group(one, body);
  if (!one.rules().release_methods.find(body.release_method))
    one.object(Error(kReleaseMethodUnknown).at("/release_method").with("value", body.release_method));
  judge_repetitions(one, body);
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    TAMGA_ASSIGN(line, judge_line(one, body.lines[i], "/lines/" + std::to_string(i), group));
    plan.lines.push_back(std::move(line));
  }
  judge_limits(one, body, plan.lines);
  if (!one.objections().empty()) return plan;
  plan.group = group->code;
  if (auto const days = group->ageing_days(one.context().today, country::AppliedBy::Holder, false))
    plan.unused_until = UnixMs(one.context().now.value() + std::int64_t{*days} * kDayMs);
  auto const* rules = group->rules.in_force(one.context().today);
  plan.applied = rules && rules->has(country::Capability::AppliedAtEmission);
  TAMGA_TRY(plan_codes(one, plan.lines));
  return plan;
}

void OrderCodes::apply(Body const& body, Plan const& plan, Case& one) {
  emission::Order order{.number = one.context().number,
                        .participant = one.sender(),
                        .group = plan.group,
                        .release_method = body.release_method,
                        .contact = body.contact.value_or(""),
                        .at = one.context().now,
                        .lines = {},
                        .unused_until = plan.unused_until};
  Lot lot;
  lot.number = ledger::LotNo(one.desk().books().numbers.next());
  lot.document = one.context().number;
  lot.producer = one.sender();
  lot.release_method = body.release_method;
  auto const issued = ledger::patch_of(Event::Issue).owner(one.sender()).lot(lot.number);
  one.desk().lots.add(std::move(lot));
  for (PlannedLine const& line : plan.lines) {
    if (line.serials.empty())
      one.desk().series.take(*line.series, line.codes);
    else
      one.desk().series.take(*line.series,
                             std::vector<std::string_view>(line.serials.begin(), line.serials.end()));
    one.change(Event::Issue, issued, line.codes);
    if (plan.applied) one.change(Event::Apply, ledger::patch_of(Event::Apply), line.codes);
    order.lines.push_back({.order = order.number,
                           .line = static_cast<int>(order.lines.size()),
                           .gtin = line.series->gtin,
                           .series = line.series->number,
                           .codes = line.codes,
                           .tail_key_id = line.tail_key_id,
                           .price = line.price,
                           .delivered = 0,
                           .card_version = line.card_version});
  }
  one.desk().add_order(std::move(order));
}

template struct KindOf<OrderCodes>;

}  // namespace tamga::documents
