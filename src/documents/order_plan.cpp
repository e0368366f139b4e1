// SPDX-License-Identifier: Apache-2.0
#include "documents/order_plan.hpp"

#include <set>

#include "documents/errors.hpp"
#include "documents/kinds/remark.hpp"
#include "documents/order_line.hpp"
#include "documents/products.hpp"
#include "emission/errors.hpp"
#include "registrars/errors.hpp"

namespace tamga::documents {
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

void judge_release_method(Case& one, OrderCodes::Body const& body, country::ProductGroup const* group) {
  auto const* method = one.rules().release_methods.find(body.release_method);
  if (!method) {
    one.object(Error(kReleaseMethodUnknown).at("/release_method").with("value", body.release_method));
    return;
  }
  auto const* rules = group ? group->rules.in_force(one.context().today) : nullptr;
  if (rules && !reaches_circulation(one.rules(), *rules, *method))
    one.object(Error(emission::kReleaseMethodNotForGroup)
                   .at("/release_method")
                   .with("value", body.release_method)
                   .with("group", group->code));
}

/// In some groups whose codes they are orders them himself.
void judge_provider(Case& one, country::ProductGroup const* group, country::AppliedBy applied_by) {
  auto const* rules = group ? group->rules.in_force(one.context().today) : nullptr;
  bool const by_provider = applied_by == country::AppliedBy::ServiceProvider;
  if (by_provider && rules && rules->has(country::Capability::NoServiceProviders))
    one.object(Error(registrars::kProviderGroupClosed).at("/group").with("group", group->code));
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

/// When fees are due: a wish counts only where the group's tariff leaves the choice.
std::optional<country::ChargeAt> wished_moment(Case& one, OrderCodes::Body const& body,
                                               country::Tariff const& tariff) {
  if (!body.pay_at) return std::nullopt;
  for (country::ChargeAt const at : {country::ChargeAt::Emission, country::ChargeAt::Application})
    if (*body.pay_at == name_of(at) && tariff.charge_at == country::ChargeAt::Choice) return at;
  one.object(Error(kPayAtNotOffered).at("/pay_at").with("value", *body.pay_at));
  return std::nullopt;
}

void plan_fees(Case& one, OrderCodes::Body const& body, country::ProductGroup const& group,
               ledger::ParticipantNo owner, std::vector<OrderCodes::PlannedLine>& lines) {
  Date const today = one.context().today;
  auto const tariff = group.tariff_on(today);
  if (!tariff) return;
  auto const wish = wished_moment(one, body, *tariff);
  billing::Rules const* billing = one.desk().books().billing;
  if (!billing) return;
  std::int32_t const* vat = one.rules().vat.in_force(today);
  for (OrderCodes::PlannedLine& line : lines) {
    line.fee = billing::fee_of(*tariff, vat ? *vat : 0, line.level, wish, billing->terms_on(today));
    line.fee.payer = owner;
  }
}

}  // namespace

bool reaches_circulation(country::CountryRules const& country, country::GroupRules const& group,
                         country::ReleaseMethod const& method) {
  if (group.has(country::Capability::IntroducedAtApplication) && method.introduced_at_application)
    return true;
  bool has_way = false;
  for (country::IntroductionKind const& way : country.introduction_kinds.rows()) {
    if (!way.takes(method.emission_type)) continue;
    if (group.allows_introduction(way.code)) return true;
    has_way = true;
  }
  return !has_way && group.allows_document(Remark::kTraits.name);
}

Result<OrderCodes::Plan> judge_order(Case& one, ledger::ParticipantNo owner, OrderCodes::Body const& body,
                                     country::AppliedBy applied_by) {
  OrderCodes::Plan plan;
  country::ProductGroup const* group = judge_group(one, body);
  judge_provider(one, group, applied_by);
  judge_release_method(one, body, group);
  judge_repetitions(one, body);
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    TAMGA_ASSIGN(line, judge_line(one, owner, body.lines[i], "/lines/" + std::to_string(i), group));
    plan.lines.push_back(std::move(line));
  }
  judge_limits(one, body, plan.lines);
  if (group) plan_fees(one, body, *group, owner, plan.lines);
  if (!one.objections().empty()) return plan;
  plan.group = group->code;
  bool const prepaid =
      !plan.lines.empty() && plan.lines.front().fee.at_once() && !plan.lines.front().fee.free();
  if (auto const days = group->ageing_days(one.context().today, applied_by, prepaid))
    plan.unused_until = UnixMs(one.context().now.value() + std::int64_t{*days} * kDayMs);
  auto const* rules = group->rules.in_force(one.context().today);
  plan.applied = rules && rules->has(country::Capability::AppliedAtEmission);
  plan.needs = funds_needed(plan.lines);
  return plan;
}

std::int64_t funds_needed(std::vector<OrderCodes::PlannedLine> const& lines) {
  std::int64_t sum = 0;
  for (OrderCodes::PlannedLine const& line : lines)
    if (line.fee.needs_funds()) sum += line.quantity * line.fee.gross();
  return sum;
}

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

Result<std::optional<Obstacle>> obstacle(Case& one, ledger::ParticipantNo owner, std::int64_t needs,
                                         bool itself) {
  TAMGA_ASSIGN(open, one.desk().orders.open(owner));
  if (needs > 0) {
    TAMGA_ASSIGN(balances, one.desk().accounts.balances(owner));
    // Money that came for an order is not taken by one that was made later.
    bool const others_wait = !itself && open.awaiting_payment > 0;
    if (others_wait || balances.funds < needs) return Obstacle{emission::OrderStatus::AwaitingPayment};
  }
  country::Limits const* limits = one.rules().limits.in_force(one.context().today);
  if (limits && open.ready >= limits->active_orders) return Obstacle{emission::OrderStatus::Queued};
  return std::nullopt;
}

}  // namespace tamga::documents
