// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/unblock.hpp"

namespace tamga::documents {

using ledger::Event;
using ledger::Mark;

Result<UnblockCodes::Plan> UnblockCodes::check(Body const&, Parts const& parts, Case& one) {
  Question question(Event::Unblock);
  question.spares = [](ledger::SeriesNo, ledger::CodeState const& state, ledger::Scope scope) {
    return scope == ledger::Scope::Content && !state.has(Mark::Blocked);
  };
  NamedCodes const named = one.codes(parts);
  TAMGA_ASSIGN(tree, one.judge_tree(question, named));
  TAMGA_TRY(one.judge_parents(named, tree, Mark::Blocked));
  return std::move(tree);
}

void UnblockCodes::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::Unblock, ledger::patch_of(Event::Unblock), plan.all());
}

template struct KindOf<UnblockCodes>;

}  // namespace tamga::documents
