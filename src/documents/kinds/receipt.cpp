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

void sell(Case& one, ledger::Patch patch, CodeSet const& codes, CodeSet const& of_others) {
  one.change(Event::Sell, patch, codes.minus(of_others));
  one.change(Event::Sell, patch.mark(ledger::Mark::SoldByOther), codes.intersect(of_others));
}

}  // namespace

Result<Receipt::Plan> Receipt::check(Body const& body, Parts const& parts, Case& one) {
  if (one.desk().country().day_of(body.at) > one.context().today)
    one.object(Error(kDateInFuture).at("/at").with("date", rfc3339(body.at)));
  Plan plan;
  TAMGA_ASSIGN(tree, one.judge_tree(Event::Sell, one.codes(parts)));
  plan.tree = std::move(tree);
  one.batch().for_each_run(plan.tree.all(), [&](CodeRange range, CodeState const& state) {
    if (state.owner == one.sender()) return;
    plan.of_others.add(range);
    plan.owners[state.owner] += range.count;
  });
  return plan;
}

void Receipt::apply(Body const&, Plan const& plan, Case& one) {
  auto const* reason = one.rules().retire_reasons.find(country::ReasonRole::RetailReceipt);
  auto patch = ledger::patch_of(Event::Sell).reason(reason->number).owner(one.sender());
  sell(one, patch, plan.tree.content, plan.of_others);
  sell(one, patch.parent(ledger::CodeNo()), plan.tree.named, plan.of_others);
  for (auto const& [owner, count] : plan.owners)
    one.tell(owner, "code.sold_by_other",
             fmt::format(R"({{"document":"{}","codes":{}}})", one.context().number.value(), count));
}

template struct KindOf<Receipt>;

}  // namespace tamga::documents
