// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/cancel_withdrawal.hpp"

#include "documents/bring_back.hpp"
#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::Event;

Result<CancelWithdrawal::Plan> CancelWithdrawal::check(Body const&, Parts const& parts, Case& one) {
  return judge_return(one, Event::CancelRetirement, one.codes(parts),
                      [](country::RetireReason const& reason) {
                        return reason.role == country::ReasonRole::None ? nullptr : &kRetirementFinal;
                      });
}

void CancelWithdrawal::apply(Body const&, Plan const& plan, Case& one) {
  bring_back(one, Event::CancelRetirement, plan);
}

template struct KindOf<CancelWithdrawal>;

}  // namespace tamga::documents
