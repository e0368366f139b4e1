// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/reaggregate.hpp"

#include <array>

#include "documents/errors.hpp"
#include "documents/packing.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Event;

namespace {

/// The package and all around it, from the inside out.
Result<std::vector<CodeNo>> chain_of(Case& one, CodeNo package) {
  std::vector<CodeNo> chain;
  for (CodeNo at = package; at != CodeNo() && chain.size() <= kMaxPackageLevel;) {
    chain.push_back(at);
    TAMGA_TRY(one.batch().load(CodeSet(CodeRange{at, 1})));
    at = one.batch().state(at).parent;
  }
  return chain;
}

/// Stores the new content, and new levels of the packages around; refuses what would be too high.
Result<void> plan_contents(Case& one, std::size_t item, std::vector<CodeNo> const& chain,
                           Reaggregate::Plan& plan) {
  Packing packing(one);
  CodeNo const package = plan.package;
  TAMGA_ASSIGN(now, one.direct_content(CodeSet(CodeRange{package, 1})));
  CodeSet const wanted = now.minus(plan.remove).unite(plan.add);
  if (packing.upside_down(package, plan.add)) one.refuse(item, kPackedUpsideDown);
  CodeSet inside = wanted;
  for (CodeNo const at : chain) {
    TAMGA_ASSIGN(stored, one.desk().packages.content(std::span(&at, 1)));
    if (at != package) inside = stored.front().codes;
    TAMGA_ASSIGN(stack, packing.above(at, inside));
    if (ErrorKind const* error = packing.limit(at, stack, at == package ? wanted.size() : 0))
      one.refuse(item, *error);
    packing.formed(at, stack);
    if (at == package)
      plan.contents.push_back({at, {stack.level, wanted}});
    else if (stack.level > stored.front().level)
      plan.contents.push_back({at, {stack.level, inside}});
  }
  return {};
}

}  // namespace

Reaggregate::Parts Reaggregate::name(Body const& body, Naming& naming) {
  Parts parts;
  parts.package = naming.add("/package", body.package.text);
  if (body.add) parts.add = naming.add("/add", *body.add);
  if (body.remove) parts.remove = naming.add("/remove", *body.remove);
  return parts;
}

Result<void> Reaggregate::preflight(Body const& body) {
  if (!body.add && !body.remove) return fail(Error(kNothingToChange).at("/add"));
  return {};
}

Result<Reaggregate::Plan> Reaggregate::check(Body const&, Parts const& parts, Case& one) {
  std::array const all{parts.package, parts.add, parts.remove};
  NamedCodes const named = one.codes(all);
  Plan plan;
  std::size_t const item = parts.package.first;
  plan.package = one.code(item);
  plan.add = one.set_of(parts.add);
  plan.remove = one.set_of(parts.remove);
  if (plan.package == CodeNo()) return plan;

  Question question(Event::Repack, [&](ledger::SeriesNo series, CodeState const& state) -> ErrorKind const* {
    if (!one.may_be_package(series)) return &kNotAPackage;
    return !plan.add.empty() && state.has(ledger::Mark::Customs) ? &ledger::kCodeUnderCustoms : nullptr;
  });
  CodeSet const package(CodeRange{plan.package, 1});
  TAMGA_ASSIGN(accepted, one.judge(question, named, package));
  TAMGA_TRY(one.judge(Event::Pack, named, plan.add.minus(package)));
  Question taken(Event::Unpack, [&](ledger::SeriesNo, CodeState const& state) {
    return state.parent == plan.package ? nullptr : &kCodeNotInPackage;
  });
  TAMGA_TRY(one.judge(taken, named, plan.remove.minus(package)));
  if (accepted.empty()) return plan;

  TAMGA_ASSIGN(chain, chain_of(one, plan.package));
  for (CodeNo const at : chain)
    if (plan.add.contains(at)) {
      one.refuse(item, kPackageInItself);
      return plan;
    }
  TAMGA_TRY(plan_contents(one, item, chain, plan));
  return plan;
}

void Reaggregate::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::Repack, ledger::patch_of(Event::Repack), CodeSet(CodeRange{plan.package, 1}));
  one.change(Event::Unpack, ledger::patch_of(Event::Unpack).parent(CodeNo()), plan.remove);
  one.change(Event::Pack, ledger::patch_of(Event::Pack).parent(plan.package), plan.add);
  for (auto const& [package, content] : plan.contents) one.desk().packages.put(package, content);
}

template struct KindOf<Reaggregate>;

}  // namespace tamga::documents
