// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/refund.hpp"

#include <array>

#include "documents/bring_back.hpp"
#include "documents/errors.hpp"
#include "documents/return_terms.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeSet;
using ledger::Event;

namespace {

/// What was sold in parts comes back in parts. Gives the others.
CodeSet refuse_opened(Case& one, NamedCodes const& named, CodeSet const& codes) {
  CodeSet whole;
  one.batch().for_each_run(codes, [&](ledger::CodeRange range, ledger::CodeState const& state) {
    if (state.has(ledger::Mark::Opened))
      one.refuse_all(named, range, ledger::kCodeOpened);
    else
      whole.add(range);
  });
  return whole;
}

ReturnTerms terms_of(Refund::Body const& body, Case& one) {
  ReturnTerms terms;
  auto const* rules = one.rules().returns.in_force(one.context().today);
  if (rules && rules->same_cash_register) terms.cash_register = body.cash_register;
  if (body.receipt) terms.receipt = *body.receipt;
  return terms;
}

/// Only to the cash register that sold, and only what the named receipt sold.
Result<void> refuse_sold_elsewhere(Refund::Body const& body, NamedGoods const& goods, NamedCodes const& whole,
                                   Refund::Plan& plan, Case& one) {
  ReturnTerms const terms = terms_of(body, one);
  std::array const sold{Event::Sell, Event::SellPart};
  TAMGA_ASSIGN(refused, refuse_outside_terms(one, whole, plan.tree.named, sold, terms));
  if (!refused.empty()) {
    TAMGA_ASSIGN(inside, one.content(refused));
    plan.tree.named = plan.tree.named.minus(refused);
    plan.tree.content = plan.tree.content.minus(inside);
  }
  TAMGA_ASSIGN(parts, refuse_outside_terms(one, one.codes_quietly(goods.parts),
                                           plan.parts.going_on.unite(plan.parts.done), sold, terms));
  plan.parts.drop(parts);
  return {};
}

}  // namespace

Result<void> Refund::preflight(Body const& body) {
  return body.codes || body.parts ? Result<void>() : fail(Error(kNothingToChange).at("/codes"));
}

Result<Refund::Plan> Refund::check(Body const& body, Parts const& goods, Case& one) {
  one.codes(goods.all());  // nothing stands twice, not even whole and in part
  NamedCodes const whole = one.codes_quietly({&goods.whole, 1});
  Plan plan;
  TAMGA_ASSIGN(tree, judge_return(one, Event::Return, whole, [](country::RetireReason const& reason) {
                 return reason.role == country::ReasonRole::RetailReceipt ? nullptr : &kNotSoldAtRetail;
               }));
  tree.named = refuse_opened(one, whole, tree.named);
  TAMGA_ASSIGN(parts, judge_returned_parts(one, body.parts, goods));
  plan.tree = std::move(tree);
  plan.parts = std::move(parts);
  TAMGA_TRY(refuse_sold_elsewhere(body, goods, whole, plan, one));
  return plan;
}

void Refund::apply(Body const&, Plan const& plan, Case& one) {
  bring_back(one, Event::Return, plan.tree);
  auto patch = ledger::patch_of(Event::ReturnPart).reason(0);
  one.change(Event::ReturnPart, patch, plan.parts.going_on);
  one.change(Event::ReturnPart, patch.unmark(ledger::Mark::Opened), plan.parts.done);
  keep_parts(one, plan.parts);
}

template struct KindOf<Refund>;

}  // namespace tamga::documents
