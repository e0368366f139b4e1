// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/write_off.hpp"

namespace tamga::documents {

Result<WriteOff::Plan> WriteOff::check(Body const&, Parts const& parts, Case& one) {
  TAMGA_ASSIGN(codes, one.judge(ledger::Event::WriteOff, one.codes(parts)));
  return Plan{std::move(codes)};
}

void WriteOff::apply(Body const& body, Plan const& plan, Case& one) {
  auto patch = ledger::patch_of(ledger::Event::WriteOff).reason(static_cast<std::uint8_t>(body.reason));
  one.change(ledger::Event::WriteOff, patch.parent(ledger::CodeNo()), plan.codes);
}

}  // namespace tamga::documents
