// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/receipt.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Event;

namespace {

void sell(Case& one, Event event, ledger::Patch patch, CodeSet const& codes, CodeSet const& of_others) {
  one.change(event, patch, codes.minus(of_others));
  one.change(event, patch.mark(ledger::Mark::SoldByOther), codes.intersect(of_others));
}

/// Opened goods sold whole: all that was left of them.
Result<void> plan_rests(Case& one, Receipt::Plan& plan) {
  one.batch().for_each_run(plan.tree.named, [&](CodeRange range, CodeState const& state) {
    for (std::int64_t i = 0; state.has(ledger::Mark::Opened) && i < range.count; ++i)
      plan.rests.push_back(range.first + i);
  });
  return one.desk().part_sales.load(plan.rests);
}

}  // namespace

Result<void> Receipt::preflight(Body const& body) {
  return body.codes || body.parts ? Result<void>() : fail(Error(kNothingToChange).at("/codes"));
}

Result<Receipt::Plan> Receipt::check(Body const& body, Parts const& goods, Case& one) {
  if (one.desk().country().day_of(body.at) > one.context().today)
    one.object(Error(kDateInFuture).at("/at").with("date", rfc3339(body.at)));
  one.codes(goods.all());  // nothing stands twice, not even whole and in part
  Plan plan;
  TAMGA_ASSIGN(tree, one.judge_tree(Event::Sell, one.codes_quietly({&goods.whole, 1})));
  TAMGA_ASSIGN(parts, judge_sold_parts(one, body.parts, goods));
  plan.tree = std::move(tree);
  plan.parts = std::move(parts);
  TAMGA_TRY(plan_rests(one, plan));
  CodeSet const all = plan.tree.all().unite(plan.parts.going_on).unite(plan.parts.done);
  one.batch().for_each_run(all, [&](CodeRange range, CodeState const& state) {
    if (state.owner == one.sender()) return;
    plan.of_others.add(range);
    plan.owners[state.owner] += range.count;
  });
  return plan;
}

void Receipt::apply(Body const&, Plan const& plan, Case& one) {
  auto const* reason = one.rules().retire_reasons.find(country::ReasonRole::RetailReceipt);
  auto patch = ledger::patch_of(Event::Sell).reason(reason->number).owner(one.sender());
  sell(one, Event::Sell, patch, plan.tree.content, plan.of_others);
  patch.parent(ledger::CodeNo());
  sell(one, Event::Sell, patch, plan.tree.named, plan.of_others);
  sell(one, Event::Sell, patch.mark(ledger::Mark::Opened), plan.parts.done, plan.of_others);
  auto const opened = ledger::patch_of(Event::SellPart).owner(one.sender()).parent(ledger::CodeNo());
  sell(one, Event::SellPart, opened, plan.parts.going_on, plan.of_others);
  keep_parts(one, plan.parts);
  for (ledger::CodeNo const code : plan.rests) {
    auto const whole = one.desk().part_sales.at(code).whole;
    one.desk().part_sales.put(code, {whole, whole});
  }
  for (auto const& [owner, count] : plan.owners)
    one.tell(owner, "code.sold_by_other",
             fmt::format(R"({{"document":"{}","codes":{}}})", one.context().number.value(), count));
}

template struct KindOf<Receipt>;

}  // namespace tamga::documents
