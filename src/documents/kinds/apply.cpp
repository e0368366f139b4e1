// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/apply.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/lot_facts.hpp"
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

Lot lot_of(Apply::Body const& body, Case& one, ledger::LotNo number) {
  return {.number = number,
          .base = {},
          .document = one.context().number,
          .producer = one.sender(),
          .produced_on = body.produced_on,
          .expires_on = body.expires_on,
          .batch = body.batch.value_or(""),
          .country = body.country.value_or(""),
          .line = body.line.value_or(""),
          .declaration = {}};
}

}  // namespace

Result<void> Apply::preflight(Body const& body) { return check_country(body.country); }

Result<Apply::Plan> Apply::check(Body const& body, Parts const& parts, Case& one) {
  Lot const lot = lot_of(body, one, {});
  Question question(Event::Apply);
  question.also = [&](ledger::SeriesNo number, ledger::CodeState const&) -> ErrorKind const* {
    emission::Series const* series = one.desk().series.find(number);
    if (template_retired(one, *series, one.desk().country())) return &kTemplateRetired;
    return RecallBook::find(one.desk().recalls.recalls(), series->gtin, &lot) ? &ledger::kCodeRecalled
                                                                              : nullptr;
  };
  Plan plan;
  TAMGA_ASSIGN(accepted, one.judge(question, one.codes(parts)));
  plan.codes = std::move(accepted);
  check_dates(one, body.produced_on, body.expires_on);
  check_attributes(one, {body.produced_on, body.expires_on, body.batch, body.country}, plan.codes, true);
  for (CodeRange const& range : plan.codes.ranges()) {
    country::GroupRules const* rules = one.group_rules(ledger::series_of(range.first));
    if (rules && rules->has(country::Capability::IntroducedAtApplication)) plan.introduced.add(range);
  }
  return plan;
}

void Apply::apply(Body const& body, Plan const& plan, Case& one) {
  if (plan.codes.empty()) return;
  ledger::LotNo const lot(one.desk().books().numbers.next());
  one.desk().lots.add(lot_of(body, one, lot));
  one.change(Event::Apply, ledger::patch_of(Event::Apply).lot(lot), plan.codes);
  one.change(Event::Introduce, ledger::patch_of(Event::Introduce), plan.introduced);
}

template struct KindOf<Apply>;

}  // namespace tamga::documents
