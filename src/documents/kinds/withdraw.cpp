// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/withdraw.hpp"

namespace tamga::documents {

Result<Withdraw::Plan> Withdraw::check(Body const&, Parts const& parts, Case& one) {
  return one.judge_tree(ledger::Event::Retire, one.codes(parts));
}

void Withdraw::apply(Body const& body, Plan const& plan, Case& one) {
  auto patch = ledger::patch_of(ledger::Event::Retire).reason(static_cast<std::uint8_t>(body.reason));
  one.change(ledger::Event::Retire, patch, plan.content);
  one.change(ledger::Event::Retire, patch.parent(ledger::CodeNo()), plan.named);
}

}  // namespace tamga::documents
