// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/return_goods.hpp"

#include "documents/bring_back.hpp"
#include "documents/errors.hpp"

namespace tamga::documents {

Result<ReturnGoods::Plan> ReturnGoods::check(Body const&, Parts const& parts, Case& one) {
  return judge_return(one, ledger::Event::Return, one.codes(parts), [](country::RetireReason const& reason) {
    return reason.returnable ? nullptr : &kReasonNotReturnable;
  });
}

void ReturnGoods::apply(Body const&, Plan const& plan, Case& one) {
  bring_back(one, ledger::Event::Return, plan);
}

template struct KindOf<ReturnGoods>;

}  // namespace tamga::documents
