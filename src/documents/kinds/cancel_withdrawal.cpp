// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/cancel_withdrawal.hpp"

#include <array>

#include "documents/bring_back.hpp"
#include "documents/errors.hpp"
#include "documents/return_terms.hpp"

namespace tamga::documents {

using ledger::Event;

Result<CancelWithdrawal::Plan> CancelWithdrawal::check(Body const&, Parts const& parts, Case& one) {
  NamedCodes const named = one.codes(parts);
  TAMGA_ASSIGN(plan,
               judge_return(one, Event::CancelRetirement, named, [](country::RetireReason const& reason) {
                 return reason.role == country::ReasonRole::None ? nullptr : &kRetirementFinal;
               }));
  auto const* rules = one.rules().returns.in_force(one.context().today);
  ReturnTerms terms;
  if (rules) terms.days = rules->cancel_withdrawal_days;
  TAMGA_TRY(refuse_outside_terms(one, named, plan.named, std::array{Event::Retire}, terms));
  return std::move(plan);
}

void CancelWithdrawal::apply(Body const&, Plan const& plan, Case& one) {
  bring_back(one, Event::CancelRetirement, plan);
}

template struct KindOf<CancelWithdrawal>;

}  // namespace tamga::documents
