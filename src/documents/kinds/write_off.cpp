// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/write_off.hpp"

#include "documents/reasons.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::Event;

Result<WriteOff::Plan> WriteOff::check(Body const& body, Parts const& parts, Case& one) {
  Plan plan;
  if (auto const* reason = find_reason(one.rules().write_off_reasons, body.reason, body.text, one))
    plan.reason = reason->number;
  TAMGA_ASSIGN(codes, one.judge(Event::WriteOff, one.codes(parts)));
  TAMGA_ASSIGN(inside, one.direct_content(codes));
  plan.freed = inside.minus(codes);
  plan.codes = std::move(codes);
  return plan;
}

void WriteOff::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::Unpack, ledger::patch_of(Event::Unpack).parent(CodeNo()), plan.freed);
  one.change(Event::WriteOff, ledger::patch_of(Event::WriteOff).reason(plan.reason).parent(CodeNo()),
             plan.codes);
}

template struct KindOf<WriteOff>;

}  // namespace tamga::documents
