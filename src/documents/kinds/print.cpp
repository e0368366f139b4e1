// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/print.hpp"

#include "documents/sender_rights.hpp"

namespace tamga::documents {

Result<Print::Plan> Print::check(Body const& body, Parts const& parts, Case& one) {
  TAMGA_TRY(judge_line_of_user(one, body.line));
  Plan plan;
  TAMGA_ASSIGN(codes, one.judge(ledger::Event::Print, one.codes(parts)));
  TAMGA_ASSIGN(registrar, judge_registrar(one, {one.sender(), one.signer()}, body.registrar,
                                          groups_of(one, codes), RegistrarUse::Working));
  plan.codes = std::move(codes);
  plan.registrar = registrar;
  return plan;
}

void Print::apply(Body const& body, Plan const& plan, Case& one) {
  one.change(ledger::Event::Print, ledger::patch_of(ledger::Event::Print), plan.codes);
  record_printing(one, {plan.registrar, body.line.value_or(""), body.production_order.value_or("")},
                  registrars::Printing::Printed, 0, "", plan.codes);
}

template struct KindOf<Print>;

}  // namespace tamga::documents
