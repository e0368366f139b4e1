// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/aggregate.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "documents/errors.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeSet;

namespace {

/// The level of a package with this content: one above the highest package inside. Nothing when it holds a
/// package of the same document that stands behind it: inner packages come first, so that no ring can be
/// made.
Result<std::optional<int>> level_above(CodeSet const& inside, CodeSet const& of_document,
                                       std::map<CodeNo, int> const& levels, Case& one) {
  int level = 1;
  CodeSet const nested = inside.intersect(of_document);
  for (ledger::CodeRange const& range : nested.ranges())
    for (std::int64_t i = 0; i < range.count; ++i) {
      auto const known = levels.find(range.first + i);
      if (known == levels.end()) return std::optional<int>();
      level = std::max(level, known->second + 1);
    }
  std::vector<CodeNo> existing;
  CodeSet const others = inside.minus(of_document);
  for (ledger::CodeRange const& range : others.ranges())
    if (one.packages().may_be_package(ledger::series_of(range.first)))
      for (std::int64_t i = 0; i < range.count; ++i) existing.push_back(range.first + i);
  if (!existing.empty()) {
    TAMGA_ASSIGN(contents, one.packages().content(existing));
    for (PackageContent const& content : contents) level = std::max(level, content.level + 1);
  }
  return std::optional<int>(level);
}

}  // namespace

Aggregate::Parts Aggregate::name(Body const& body, Naming& naming) {
  Parts parts;
  for (std::size_t i = 0; i < body.packages.size(); ++i) {
    std::string const pointer = "/packages/" + std::to_string(i);
    parts.packages.push_back(naming.add(pointer + "/package", body.packages[i].package));
    parts.contents.push_back(naming.add(pointer + "/codes", body.packages[i].codes));
  }
  return parts;
}

Result<Aggregate::Plan> Aggregate::check(Body const&, Parts const& parts, Case& one) {
  NamedCodes const packages = one.codes(parts.packages);
  NamedCodes const contents = one.codes(parts.contents);
  TAMGA_TRY(one.judge(ledger::Event::Assemble, packages));
  // Packages of this very document have no state yet; all else must be there and loose.
  TAMGA_TRY(one.judge(ledger::Event::Pack, contents, contents.set().minus(packages.set())));
  Plan plan;
  std::map<CodeNo, int> levels;
  for (std::size_t i = 0; i < parts.packages.size(); ++i) {
    CodeSet const inside = one.set_of(parts.contents[i]);
    TAMGA_ASSIGN(level, level_above(inside, packages.set(), levels, one));
    if (!level) one.refuse(parts.packages[i].first, kPackageInItself);
    if (level > kMaxPackageLevel) one.refuse(parts.packages[i].first, ledger::kPackageTooDeep);
    CodeNo const package = one.code(parts.packages[i].first);
    levels[package] = level.value_or(0);
    plan.packages.push_back(package);
    plan.contents.push_back({level.value_or(0), inside});
  }
  return plan;
}

void Aggregate::apply(Body const&, Plan const& plan, Case& one) {
  auto const assembled = ledger::patch_of(ledger::Event::Assemble).owner(one.context().sender.participant);
  std::vector<ledger::CodeRange> packages;
  for (CodeNo const package : plan.packages) packages.push_back({package, 1});
  one.change(ledger::Event::Assemble, assembled, CodeSet::of_ranges(std::move(packages)));
  for (std::size_t i = 0; i < plan.packages.size(); ++i) {
    one.change(ledger::Event::Pack, ledger::patch_of(ledger::Event::Pack).parent(plan.packages[i]),
               plan.contents[i].codes);
    one.packages().put(plan.packages[i], plan.contents[i]);
  }
}

}  // namespace tamga::documents
