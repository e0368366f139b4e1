// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/clear_customs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::CodeState;
using ledger::Event;
using ledger::Mark;

Result<ClearCustoms::Plan> ClearCustoms::check(Body const& body, Parts const& parts, Case& one) {
  Question question(Event::ClearCustoms, [&](ledger::SeriesNo, CodeState const& state) {
    Lot const* lot = one.desk().lots.at(state.lot);
    bool const other = lot && !lot->declaration.empty() && lot->declaration != body.declaration;
    return other ? &kDeclarationOfOthers : nullptr;
  });
  question.lots = true;
  // Transport units have no hold of their own; what lies in them has.
  question.spares = [&](ledger::SeriesNo series, CodeState const& state, ledger::Scope scope) {
    return !state.has(Mark::Customs) && (scope == ledger::Scope::Content || one.is_transport(series));
  };
  NamedCodes const named = one.codes(parts);
  TAMGA_ASSIGN(tree, one.judge_tree(question, named));
  TAMGA_TRY(one.judge_parents(named, tree, Mark::Customs));
  Plan plan{tree.all(), {}};
  one.batch().for_each_run(plan.codes, [&](ledger::CodeRange, CodeState const& state) {
    if (std::find(plan.owners.begin(), plan.owners.end(), state.owner) == plan.owners.end())
      plan.owners.push_back(state.owner);
  });
  return plan;
}

void ClearCustoms::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::ClearCustoms, ledger::patch_of(Event::ClearCustoms), plan.codes);
  for (ledger::ParticipantNo const owner : plan.owners)
    one.tell(owner, "customs.cleared", fmt::format(R"({{"document":"{}"}})", one.context().number.value()));
}

template struct KindOf<ClearCustoms>;

}  // namespace tamga::documents
