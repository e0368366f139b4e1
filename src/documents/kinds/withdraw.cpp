// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/withdraw.hpp"

#include "documents/reasons.hpp"

namespace tamga::documents {

using ledger::Event;

Result<Withdraw::Plan> Withdraw::check(Body const& body, Parts const& parts, Case& one) {
  Plan plan;
  auto const* reason = find_reason(one.rules().retire_reasons, body.reason, body.text, one);
  if (reason) plan.reason = reason->number;
  Question const question(
      Event::Retire, [&](ledger::SeriesNo series, ledger::CodeState const&) -> ErrorKind const* {
        country::GroupRules const* rules = one.group_rules(series);
        bool const refused = rules && reason && !rules->allows_retire_reason(reason->code);
        return refused ? &kReasonNotForGroup : nullptr;
      });
  TAMGA_ASSIGN(tree, one.judge_tree(question, one.codes(parts)));
  plan.tree = std::move(tree);
  return plan;
}

void Withdraw::apply(Body const&, Plan const& plan, Case& one) {
  auto patch = ledger::patch_of(Event::Retire).reason(plan.reason);
  one.change(Event::Retire, patch, plan.tree.content);
  one.change(Event::Retire, patch.parent(ledger::CodeNo()), plan.tree.named);
}

template struct KindOf<Withdraw>;

}  // namespace tamga::documents
