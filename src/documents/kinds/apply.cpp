// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/apply.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/lot_facts.hpp"
#include "documents/origin.hpp"
#include "documents/sender_rights.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeRange;
using ledger::Event;

namespace {

/// A template that ended and whose codes may not be applied any more.
bool template_retired(Case const& one, emission::Series const& series, country::Country const& country) {
  auto const forms = country.forms_of(series.template_id);
  auto const in_force = [&](auto const* form) { return form->in_force(one.context().today); };
  return std::none_of(forms.begin(), forms.end(), in_force) &&
         std::any_of(forms.begin(), forms.end(), [](auto const* form) { return form->retired; });
}

/// What the report says, said of goods of the lot `base`.
Lot lot_of(Apply::Body const& body, Lot base) {
  base.produced_on = body.produced_on;
  base.expires_on = body.expires_on;
  base.batch = body.batch.value_or("");
  base.country = body.country.value_or("");
  base.line = body.line.value_or("");
  return base;
}

/// Whether the report also brings a code into circulation.
bool introduces(Case& one, ledger::SeriesNo series, ledger::CodeState const& state) {
  country::GroupRules const* rules = one.group_rules(series);
  if (!rules || !rules->has(country::Capability::IntroducedAtApplication)) return false;
  country::ReleaseMethod const* release = release_of(one, state);
  return release && release->introduced_at_application;
}

}  // namespace

Result<void> Apply::preflight(Body const& body) { return check_country(body.country); }

Result<Apply::Plan> Apply::check(Body const& body, Parts const& parts, Case& one) {
  TAMGA_TRY(judge_line_of_user(one, body.line));
  Lot const lot = lot_of(body, {});
  Question question(Event::Apply);
  question.also = [&](ledger::SeriesNo number, ledger::CodeState const&) -> ErrorKind const* {
    emission::Series const* series = one.desk().series.find(number);
    if (template_retired(one, *series, one.desk().country())) return &kTemplateRetired;
    return RecallBook::find(one.desk().recalls.recalls(), series->gtin, &lot) ? &ledger::kCodeRecalled
                                                                              : nullptr;
  };
  TAMGA_ASSIGN(accepted, one.judge(question, one.codes(parts)));
  check_dates(one, body.produced_on, body.expires_on);
  check_attributes(one, {body.produced_on, body.expires_on, body.batch, body.country}, accepted, true);
  TAMGA_TRY(one.load_lots(accepted));
  Plan plan;
  plan.by_lot = by_lot(one, accepted);
  one.batch().for_each_run(accepted, [&](CodeRange range, ledger::CodeState const& state) {
    if (introduces(one, ledger::series_of(range.first), state)) plan.introduced.add(range);
  });
  return plan;
}

void Apply::apply(Body const& body, Plan const& plan, Case& one) {
  for (auto const& [base, codes] : plan.by_lot) {
    Lot lot = lot_of(body, lot_after(one, base));
    lot.producer = one.sender();
    one.change(Event::Apply, ledger::patch_of(Event::Apply).lot(lot.number), codes);
    one.desk().lots.add(std::move(lot));
  }
  one.change(Event::Introduce, ledger::patch_of(Event::Introduce), plan.introduced);
}

template struct KindOf<Apply>;

}  // namespace tamga::documents
