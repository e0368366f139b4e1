// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/print.hpp"

#include "documents/sender_rights.hpp"

namespace tamga::documents {

Result<Print::Plan> Print::check(Body const& body, Parts const& parts, Case& one) {
  TAMGA_TRY(judge_line_of_user(one, body.line));
  TAMGA_ASSIGN(codes, one.judge(ledger::Event::Print, one.codes(parts)));
  return Plan{std::move(codes)};
}

void Print::apply(Body const&, Plan const& plan, Case& one) {
  one.change(ledger::Event::Print, ledger::patch_of(ledger::Event::Print), plan.codes);
}

template struct KindOf<Print>;

}  // namespace tamga::documents
