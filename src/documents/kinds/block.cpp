// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/block.hpp"

namespace tamga::documents {

using ledger::Event;

Result<BlockCodes::Plan> BlockCodes::check(Body const&, Parts const& parts, Case& one) {
  return one.judge_tree(Event::Block, one.codes(parts));
}

void BlockCodes::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::Block, ledger::patch_of(Event::Block), plan.all());
}

template struct KindOf<BlockCodes>;

}  // namespace tamga::documents
