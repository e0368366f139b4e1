// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/disaggregate.hpp"

#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::Event;

namespace {

/// Refuses packages whose content may not be taken out, and packs that hold nothing.
Result<void> judge_contents(Case& one, NamedCodes const& packages, CodeSet const& accepted) {
  for (CodeRange const& range : accepted.ranges())
    for (std::int64_t i = 0; i < range.count; ++i) {
      CodeRange const package{range.first + i, 1};
      TAMGA_ASSIGN(own, one.direct_content(CodeSet(package)));
      TAMGA_ASSIGN(error, one.judge_content(Event::Unpack, own));
      if (!error && own.empty() && !one.is_transport(ledger::series_of(package.first)))
        error = &kPackageEmpty;
      if (error) one.refuse_all(packages, package, *error);
    }
  return {};
}

}  // namespace

Result<Disaggregate::Plan> Disaggregate::check(Body const&, Parts const& parts, Case& one) {
  NamedCodes const packages = one.codes(parts);
  Question question(Event::Disband, [&](ledger::SeriesNo series, ledger::CodeState const&) {
    return one.may_be_package(series) ? nullptr : &kNotAPackage;
  });
  TAMGA_ASSIGN(accepted, one.judge(question, packages));
  TAMGA_TRY(judge_contents(one, packages, accepted));
  Plan plan;
  plan.transport = one.transport_of(accepted);
  plan.packs = accepted.minus(plan.transport);
  TAMGA_ASSIGN(content, one.direct_content(accepted));
  plan.content = std::move(content);
  return plan;
}

void Disaggregate::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::Unpack, ledger::patch_of(Event::Unpack).parent(CodeNo()), plan.content);
  one.change(Event::Repack, ledger::patch_of(Event::Repack), plan.packs);
  one.change(Event::Disband, ledger::patch_of(Event::Disband).parent(CodeNo()), plan.transport);
}

template struct KindOf<Disaggregate>;

}  // namespace tamga::documents
