// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/report_quality.hpp"

#include <set>

#include "documents/errors.hpp"
#include "documents/sender_rights.hpp"

namespace tamga::documents {

using ledger::Event;

namespace {

std::string pointer_of(std::size_t result, std::string_view field) {
  return "/results/" + std::to_string(result) + "/" + std::string(field);
}

void judge_grades(Case& one, ReportQuality::Body const& body) {
  registrars::Rules const* rules = one.desk().books().registrars;
  for (std::size_t i = 0; i < body.results.size(); ++i)
    if (!rules || !rules->knows_grade(body.results[i].grade))
      one.object(Error(kGradeUnknown).at(pointer_of(i, "grade")).with("value", body.results[i].grade));
}

}  // namespace

ReportQuality::Parts ReportQuality::name(Body const& body, Naming& naming) {
  Parts parts;
  for (std::size_t i = 0; i < body.results.size(); ++i)
    parts.push_back(naming.add(pointer_of(i, "codes"), body.results[i].codes));
  return parts;
}

Result<void> ReportQuality::preflight(Body const& body) {
  std::set<std::string> met;
  for (std::size_t i = 0; i < body.results.size(); ++i)
    if (!met.insert(body.results[i].grade).second)
      return fail(Error(kGradeTwice).at(pointer_of(i, "grade")).with("value", body.results[i].grade));
  return {};
}

Result<ReportQuality::Plan> ReportQuality::check(Body const& body, Parts const& parts, Case& one) {
  TAMGA_TRY(judge_line_of_user(one, body.line));
  judge_grades(one, body);
  TAMGA_ASSIGN(codes, one.judge(Event::Grade, one.codes(parts)));
  Plan plan;
  TAMGA_ASSIGN(registrar, judge_registrar(one, {one.sender(), one.signer()}, body.registrar,
                                          groups_of(one, codes), RegistrarUse::Reporting));
  plan.registrar = registrar;
  // A code that stands in two grades was refused the second time: it counts where it stood first.
  ledger::CodeSet left = codes;
  for (Naming::Part const& part : parts) {
    ledger::CodeSet const here = left.intersect(one.set_of(part));
    left = left.minus(here);
    plan.by_grade.push_back(here);
  }
  return plan;
}

void ReportQuality::apply(Body const& body, Plan const& plan, Case& one) {
  PrintingFacts const facts{plan.registrar, body.line.value_or(""), body.production_order.value_or("")};
  for (std::size_t i = 0; i < plan.by_grade.size(); ++i) {
    one.change(Event::Grade, ledger::patch_of(Event::Grade), plan.by_grade[i]);
    record_printing(one, facts, registrars::Printing::Graded, static_cast<int>(i), body.results[i].grade,
                    plan.by_grade[i]);
  }
}

template struct KindOf<ReportQuality>;

}  // namespace tamga::documents
