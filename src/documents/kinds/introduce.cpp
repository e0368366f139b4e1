// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/introduce.hpp"

#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::CodeState;
using ledger::CodeStatus;
using ledger::Event;

Result<Introduce::Plan> Introduce::check(Body const& body, Parts const& parts, Case& one) {
  country::IntroductionKind const* way = one.rules().introduction_kinds.find(body.way);
  if (!way) one.object(Error(kWayUnknown).at("/way").with("value", body.way));
  Plan plan{way && way->customs_hold ? Event::IntroduceImport : Event::Introduce, {}, {}};

  Question question(plan.event);
  question.also = [&](ledger::SeriesNo series, CodeState const&) -> ErrorKind const* {
    country::GroupRules const* rules = one.group_rules(series);
    return rules && way && !rules->allows_introduction(way->code) ? &kWayNotForGroup : nullptr;
  };
  // A transport unit is in circulation from its first day, and a pack may hold goods that already are.
  question.spares = [&](ledger::SeriesNo series, CodeState const& state, ledger::Scope scope) {
    if (state.status != CodeStatus::Introduced) return false;
    return scope == ledger::Scope::Content || one.is_transport(series);
  };
  TAMGA_ASSIGN(tree, one.judge_tree(question, one.codes(parts)));
  plan.codes = tree.all();
  if (!body.declaration) return plan;
  TAMGA_TRY(one.load_lots(plan.codes));
  one.batch().for_each_run(plan.codes, [&](ledger::CodeRange range, CodeState const& state) {
    plan.by_lot[state.lot].add(range);
  });
  return plan;
}

void Introduce::apply(Body const& body, Plan const& plan, Case& one) {
  for (auto const& [base, codes] : plan.by_lot) {
    Lot const* before = one.desk().lots.at(base);
    Lot lot = before ? *before : Lot();
    if (!before) lot.producer = one.sender();
    lot.number = ledger::LotNo(one.desk().books().numbers.next());
    lot.base = base;
    lot.document = one.context().number;
    lot.declaration = *body.declaration;
    one.change(plan.event, ledger::patch_of(plan.event).lot(lot.number), codes);
    one.desk().lots.add(std::move(lot));
  }
  if (plan.by_lot.empty()) one.change(plan.event, ledger::patch_of(plan.event), plan.codes);
}

template struct KindOf<Introduce>;

}  // namespace tamga::documents
