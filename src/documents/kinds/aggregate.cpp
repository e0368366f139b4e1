// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/aggregate.hpp"

#include <map>

#include "documents/errors.hpp"
#include "documents/packing.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::Event;

namespace {

/// Group packs and sets: owned, loose, of no hold, and empty so far.
Result<CodeSet> judge_packs(Case& one, NamedCodes const& packages, CodeSet const& packs) {
  Question question(Event::Pack, [&](ledger::SeriesNo series, ledger::CodeState const& state) {
    // Goods that customs released do not lie in a pack that they have not.
    ErrorKind const* held = state.has(ledger::Mark::Customs) ? &ledger::kCodeUnderCustoms : nullptr;
    return one.may_be_package(series) ? held : &kNotAPackage;
  });
  TAMGA_ASSIGN(accepted, one.judge(question, packages, packs));
  TAMGA_ASSIGN(inside, one.direct_content(accepted));
  one.batch().for_each_run(inside, [&](CodeRange, ledger::CodeState const& state) {
    one.refuse_all(packages, {state.parent, 1}, ledger::kPackageExists);
  });
  return accepted;
}

/// Inner packages come first, so that no ring can be made: nothing in the package is formed by it or later.
bool inner_first(Case& one, CodeSet const& inside, std::map<CodeNo, std::size_t> const& places,
                 std::size_t place) {
  for (CodeRange const& range : inside.ranges()) {
    if (!one.may_be_package(ledger::series_of(range.first))) continue;
    for (std::int64_t i = 0; i < range.count; ++i) {
      auto const found = places.find(range.first + i);
      if (found != places.end() && found->second >= place) return false;
    }
  }
  return true;
}

void check_count(Case& one, std::size_t packages) {
  auto const* limits = one.rules().limits.in_force(one.context().today);
  if (limits && static_cast<std::int64_t>(packages) > limits->document_packages)
    one.object(Error(kOverLimit).at("/packages").with("limit", std::to_string(limits->document_packages)));
}

}  // namespace

Aggregate::Parts Aggregate::name(Body const& body, Naming& naming) {
  Parts parts;
  for (std::size_t i = 0; i < body.packages.size(); ++i) {
    std::string const pointer = "/packages/" + std::to_string(i);
    parts.packages.push_back(naming.add(pointer + "/package", body.packages[i].package.text));
    parts.contents.push_back(naming.add(pointer + "/codes", body.packages[i].codes));
  }
  return parts;
}

Result<Aggregate::Plan> Aggregate::check(Body const&, Parts const& parts, Case& one) {
  NamedCodes const packages = one.codes(parts.packages);
  NamedCodes const contents = one.codes(parts.contents);
  check_count(one, parts.packages.size());
  Plan plan;
  CodeSet const transport = one.transport_of(packages.set());
  TAMGA_ASSIGN(formed, one.judge(Event::Assemble, packages, transport));
  TAMGA_ASSIGN(filled, judge_packs(one, packages, packages.set().minus(transport)));
  // Packages of this very document are judged as packages; all else must be there and loose.
  TAMGA_TRY(one.judge(Event::Pack, contents, contents.set().minus(packages.set())));
  Packing packing(one);
  TAMGA_TRY(packing.load(packages.set().unite(contents.set())));
  std::map<CodeNo, std::size_t> places;
  for (std::size_t i = 0; i < parts.packages.size(); ++i)
    places.emplace(one.code(parts.packages[i].first), i);
  for (std::size_t i = 0; i < parts.packages.size(); ++i) {
    std::size_t const item = parts.packages[i].first;
    CodeNo const package = one.code(item);
    if (package == CodeNo()) continue;
    CodeSet inside = one.set_of(parts.contents[i]);
    if (!inner_first(one, inside, places, i)) {
      one.refuse(item, kPackageInItself);
      continue;
    }
    if (packing.upside_down(package, inside)) one.refuse(item, kPackedUpsideDown);
    TAMGA_ASSIGN(stack, packing.above(package, inside));
    if (ErrorKind const* error = packing.limit(package, stack, inside.size())) one.refuse(item, *error);
    packing.formed(package, stack);
    plan.packages.push_back(package);
    plan.contents.push_back({stack.level, std::move(inside)});
  }
  plan.formed = std::move(formed);
  plan.filled = std::move(filled);
  return plan;
}

void Aggregate::apply(Body const&, Plan const& plan, Case& one) {
  one.change(Event::Assemble, ledger::patch_of(Event::Assemble).owner(one.sender()), plan.formed);
  one.change(Event::Repack, ledger::patch_of(Event::Repack), plan.filled);
  for (std::size_t i = 0; i < plan.packages.size(); ++i) {
    one.change(Event::Pack, ledger::patch_of(Event::Pack).parent(plan.packages[i]), plan.contents[i].codes);
    one.desk().packages.put(plan.packages[i], plan.contents[i]);
  }
}

template struct KindOf<Aggregate>;

}  // namespace tamga::documents
