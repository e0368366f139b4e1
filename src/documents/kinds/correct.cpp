// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/correct.hpp"

#include "documents/errors.hpp"
#include "documents/lot_facts.hpp"
#include "documents/origin.hpp"

namespace tamga::documents {

using ledger::Event;

namespace {

Lot corrected(Correct::Body const& body, Lot lot) {
  if (body.produced_on) lot.produced_on = body.produced_on;
  if (body.expires_on) lot.expires_on = body.expires_on;
  if (body.batch) lot.batch = *body.batch;
  if (body.country) lot.country = *body.country;
  return lot;
}

}  // namespace

Result<void> Correct::preflight(Body const& body) {
  if (!body.produced_on && !body.expires_on && !body.batch && !body.country)
    return fail(Error(kNothingToChange).at("/produced_on"));
  return check_country(body.country);
}

Result<Correct::Plan> Correct::check(Body const& body, Parts const& parts, Case& one) {
  Question question(Event::Correct,
                    [&](ledger::SeriesNo, ledger::CodeState const& state) -> ErrorKind const* {
                      Lot const* lot = one.desk().lots.at(state.lot);
                      if (!lot) return &kCodeWithoutLot;
                      return lot->producer == one.sender() ? nullptr : &kLotOfAnother;
                    });
  question.lots = true;
  TAMGA_ASSIGN(codes, one.judge(question, one.codes(parts)));
  check_attributes(one, {body.produced_on, body.expires_on, body.batch, body.country}, codes, false);
  Plan plan;
  plan.by_lot = by_lot(one, codes);
  // The first lot that the new dates do not fit is enough to reject the document.
  std::size_t const before = one.objections().size();
  for (auto const& [base, unused] : plan.by_lot) {
    Lot const lot = corrected(body, *one.desk().lots.at(base));
    check_dates(one, lot.produced_on, lot.expires_on);
    if (one.objections().size() > before) break;
  }
  return plan;
}

void Correct::apply(Body const& body, Plan const& plan, Case& one) {
  for (auto const& [base, codes] : plan.by_lot) {
    Lot lot = corrected(body, lot_after(one, base));
    one.change(Event::Correct, ledger::patch_of(Event::Correct).lot(lot.number), codes);
    one.desk().lots.add(std::move(lot));
  }
}

template struct KindOf<Correct>;

}  // namespace tamga::documents
