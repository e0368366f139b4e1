// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/refund.hpp"

#include "documents/bring_back.hpp"
#include "documents/errors.hpp"

namespace tamga::documents {

Result<Refund::Plan> Refund::check(Body const&, Parts const& parts, Case& one) {
  return judge_return(one, ledger::Event::Return, one.codes(parts), [](country::RetireReason const& reason) {
    return reason.role == country::ReasonRole::RetailReceipt ? nullptr : &kNotSoldAtRetail;
  });
}

void Refund::apply(Body const&, Plan const& plan, Case& one) { bring_back(one, ledger::Event::Return, plan); }

template struct KindOf<Refund>;

}  // namespace tamga::documents
