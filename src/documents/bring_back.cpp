// SPDX-License-Identifier: Apache-2.0
#include "documents/bring_back.hpp"

#include "documents/errors.hpp"

namespace tamga::documents {

Result<Case::Tree> judge_return(
    Case& one, ledger::Event event, NamedCodes const& named,
    std::function<ErrorKind const*(country::RetireReason const&)> const& against) {
  Question const question(event, [&](ledger::SeriesNo, ledger::CodeState const& state) -> ErrorKind const* {
    country::RetireReason const* reason = one.rules().retire_reasons.find(state.reason);
    return reason ? against(*reason) : &kRetirementFinal;
  });
  return one.judge_tree(question, named);
}

void bring_back(Case& one, ledger::Event event, Case::Tree const& tree) {
  auto patch = ledger::patch_of(event).reason(0);
  one.change(event, patch, tree.content);
  one.change(event, patch.parent(ledger::CodeNo()), tree.named);
}

}  // namespace tamga::documents
