// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/drop_out.hpp"

#include "documents/reasons.hpp"
#include "documents/sender_rights.hpp"

namespace tamga::documents {

using ledger::Event;

Result<DropOut::Plan> DropOut::check(Body const& body, Parts const& parts, Case& one) {
  TAMGA_TRY(judge_line_of_user(one, body.line));
  Plan plan;
  if (auto const* reason = find_reason(one.rules().write_off_reasons, body.reason, body.text, one))
    plan.reason = reason->number;
  registrars::Rules const* rules = one.desk().books().registrars;
  Question question(Event::DropOut);
  question.also = [&](ledger::SeriesNo number, ledger::CodeState const&) -> ErrorKind const* {
    emission::Series const* series = one.desk().series.find(number);
    if (!rules || series->is_transport()) return nullptr;
    std::string const& group = one.desk().country().group(series->group).code;
    return rules->drops_out(group, body.reason, one.context().today) ? nullptr : &kReasonNotForGroup;
  };
  TAMGA_ASSIGN(codes, one.judge(question, one.codes(parts)));
  TAMGA_ASSIGN(registrar, judge_registrar(one, {one.sender(), one.signer()}, body.registrar,
                                          groups_of(one, codes), RegistrarUse::Reporting));
  plan.registrar = registrar;
  plan.codes = std::move(codes);
  return plan;
}

void DropOut::apply(Body const& body, Plan const& plan, Case& one) {
  one.change(Event::DropOut, ledger::patch_of(Event::DropOut).reason(plan.reason).parent(ledger::CodeNo()),
             plan.codes);
  record_printing(one, {plan.registrar, body.line.value_or(""), body.production_order.value_or("")},
                  registrars::Printing::DroppedOut, 0, "", plan.codes);
}

template struct KindOf<DropOut>;

}  // namespace tamga::documents
