// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/introduce.hpp"

#include <fmt/format.h>

#include "documents/contract_production.hpp"
#include "documents/errors.hpp"
#include "documents/origin.hpp"

namespace tamga::documents {

using country::IntroductionFact;
using ledger::CodeState;
using ledger::CodeStatus;
using ledger::Event;

namespace {

/// Objects to what the way asks for and the document lacks, and to what the way does not know.
void judge_facts(Case& one, country::IntroductionKind const& way, Introduce::Body const& body) {
  std::pair<IntroductionFact, bool> const facts[] = {
      {IntroductionFact::Declaration, body.declaration.has_value()},
      {IntroductionFact::Document, body.document.has_value()},
      {IntroductionFact::Customer, body.customer.has_value()},
      {IntroductionFact::Contractor, body.contractor.has_value()}};
  for (auto const& [fact, given] : facts) {
    bool const required = way.required.has(fact);
    if (given ? required || way.optional.has(fact) : !required) continue;
    std::string const name(name_of(fact));
    one.object(Error(given ? kFactNotForWay : kFactMissing).at("/" + name).with("fact", name));
  }
}

/// Why a way is not for a code: its group, or the origin for which it was ordered, knows another.
ErrorKind const* refusal_of_way(Case& one, country::IntroductionKind const& way, ledger::SeriesNo series,
                                CodeState const& state) {
  country::GroupRules const* rules = one.group_rules(series);
  if (!rules) return nullptr;
  if (!rules->allows_introduction(way.code)) return &kWayNotForGroup;
  country::ReleaseMethod const* release = release_of(one, state);
  return release && way.takes(release->emission_type) ? nullptr : &kWayNotForCode;
}

}  // namespace

Result<Introduce::Plan> Introduce::check(Body const& body, Parts const& parts, Case& one) {
  country::IntroductionKind const* way = one.rules().introduction_kinds.find(body.way);
  if (!way)
    one.object(Error(kWayUnknown).at("/way").with("value", body.way));
  else
    judge_facts(one, *way, body);
  Plan plan;
  plan.event = way && way->customs_hold ? Event::IntroduceImport : Event::Introduce;

  Question question(plan.event);
  question.also = [&](ledger::SeriesNo series, CodeState const& state) {
    return way ? refusal_of_way(one, *way, series, state) : nullptr;
  };
  // A transport unit is in circulation from its first day, and a pack may hold goods that already are.
  question.spares = [&](ledger::SeriesNo series, CodeState const& state, ledger::Scope scope) {
    if (state.status != CodeStatus::Introduced) return false;
    return scope == ledger::Scope::Content || one.is_transport(series);
  };
  NamedCodes const named = one.codes(parts);
  TAMGA_ASSIGN(tree, one.judge_tree(question, named));
  plan.codes = tree.all();
  if (body.customer && body.contractor) {
    TAMGA_ASSIGN(customer, judge_parties(one, {*body.customer, *body.contractor}));
    if (customer && *customer != one.sender()) {
      plan.customer = customer;
      TAMGA_ASSIGN(handed_over, judge_hand_over(one, named, tree));
      plan.handed_over = std::move(handed_over);
    }
  }
  if (!body.declaration) return plan;
  TAMGA_TRY(one.load_lots(plan.codes));
  plan.by_lot = by_lot(one, plan.codes);
  return plan;
}

void Introduce::apply(Body const& body, Plan const& plan, Case& one) {
  auto patch = ledger::patch_of(plan.event);
  if (plan.customer) {
    patch.owner(*plan.customer);
    one.change(Event::HandOver, ledger::patch_of(Event::HandOver).owner(*plan.customer), plan.handed_over);
    one.tell(
        *plan.customer, "goods.made_for_you",
        fmt::format(R"({{"document":"{}","codes":{}}})", one.context().number.value(), plan.codes.size()));
  }
  if (plan.by_lot.empty()) one.change(plan.event, patch, plan.codes);
  for (auto const& [base, codes] : plan.by_lot) {
    Lot lot = lot_after(one, base);
    lot.declaration = *body.declaration;
    one.change(plan.event, patch.lot(lot.number), codes);
    one.desk().lots.add(std::move(lot));
  }
}

template struct KindOf<Introduce>;

}  // namespace tamga::documents
