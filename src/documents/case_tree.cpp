// SPDX-License-Identifier: Apache-2.0
// Packages: what lies in them, and documents for which a package stands for all it holds.
#include <algorithm>

#include "documents/case.hpp"
#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Scope;

namespace {

bool is_pack_level(std::string_view level) {
  using country::PackageLevel;
  return level == name_of(PackageLevel::Group) || level == name_of(PackageLevel::Set) ||
         level == name_of(PackageLevel::Bundle);
}

}  // namespace

bool Case::is_transport(ledger::SeriesNo number) const {
  emission::Series const* series = desk_->series.find(number);
  return series && series->is_transport();
}

CodeSet Case::transport_of(CodeSet const& codes) const {
  CodeSet out;
  for (CodeRange const& range : codes.ranges())
    if (is_transport(ledger::series_of(range.first))) out.add(range);
  return out;
}

bool Case::may_be_package(ledger::SeriesNo number) {
  auto const [known, fresh] = package_series_.try_emplace(number, false);
  if (!fresh) return known->second;
  emission::Series const* series = desk_->series.find(number);
  if (!series) return false;
  if (series->is_transport()) return known->second = true;
  // A product that cannot be read may be a pack: then the table of packages is asked.
  auto const product = desk_->books().catalogue.find(series->gtin);
  return known->second = !product || !*product || is_pack_level((*product)->level);
}

Result<CodeSet> Case::direct_content(CodeSet const& packages) {
  std::vector<CodeNo> asked;
  for (CodeRange const& range : packages.ranges())
    if (may_be_package(ledger::series_of(range.first)))
      for (std::int64_t i = 0; i < range.count; ++i) asked.push_back(range.first + i);
  if (asked.empty()) return CodeSet();
  TAMGA_ASSIGN(contents, desk_->packages.content(asked));
  std::vector<CodeRange> inside;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    TAMGA_TRY(batch_->load(contents[i].codes));
    batch_->for_each_run(contents[i].codes, [&](CodeRange range, CodeState const& state) {
      if (state.parent == asked[i]) inside.push_back(range);
    });
  }
  return CodeSet::of_ranges(std::move(inside));
}

Result<CodeSet> Case::content(CodeSet const& packages) {
  CodeSet all;
  CodeSet level = packages;
  for (int depth = 0; depth < kMaxPackageLevel && !level.empty(); ++depth) {
    TAMGA_ASSIGN(inside, direct_content(level));
    all = all.unite(inside);
    level = std::move(inside);
  }
  return all;
}

CodeSet Case::spared(Question const& question, CodeSet const& codes, Scope scope) const {
  CodeSet out;
  if (!question.spares) return out;
  batch_->for_each_run(codes, [&](CodeRange range, CodeState const& state) {
    if (question.spares(ledger::series_of(range.first), state, scope)) out.add(range);
  });
  return out;
}

Result<Case::Tree> Case::judge_tree(Question const& question, NamedCodes const& named) {
  TAMGA_TRY(batch_->load(named.set()));
  CodeSet const passed_by = spared(question, named.set(), Scope::Named);
  TAMGA_ASSIGN(accepted, judge(question, named, named.set().minus(passed_by)));
  if (!passed_by.empty()) return judge_each_tree(question, named, accepted, passed_by);
  TAMGA_ASSIGN(inside, content(accepted));
  CodeSet subject = inside.minus(spared(question, inside, Scope::Content));
  TAMGA_ASSIGN(against, judge_content(question, subject));
  if (against) return judge_each_tree(question, named, accepted, passed_by);
  // A code may be named beside the package that holds it: it is content then.
  CodeSet roots = accepted.minus(subject);
  return Tree{std::move(roots), std::move(subject)};
}

/// Package by package: something inside does not fit, and it must be told whose it is.
Result<Case::Tree> Case::judge_each_tree(Question const& question, NamedCodes const& named,
                                         CodeSet const& accepted, CodeSet const& passed_by) {
  Tree tree;
  CodeSet const roots = accepted.unite(passed_by);
  std::vector<CodeRange> inside;
  for (CodeRange const& range : roots.ranges()) {
    if (!may_be_package(ledger::series_of(range.first))) {
      tree.named.add(range);
      continue;
    }
    for (std::int64_t i = 0; i < range.count; ++i) {
      CodeRange const one{range.first + i, 1};
      TAMGA_ASSIGN(whole, content(CodeSet(one)));
      CodeSet const own = whole.minus(spared(question, whole, Scope::Content));
      TAMGA_ASSIGN(error, judge_content(question, own));
      bool const passed = passed_by.contains(one.first);
      if (error || (passed && own.empty())) {
        if (error)
          refuse_all(named, one, *error, question.event, offender_);
        else
          refuse_all(named, one, kPackageEmpty);
        continue;
      }
      if (!passed) tree.named.add(one);
      inside.insert(inside.end(), own.ranges().begin(), own.ranges().end());
    }
  }
  tree.content = CodeSet::of_ranges(std::move(inside));
  tree.named = tree.named.minus(tree.content);
  return tree;
}

Result<void> Case::judge_parents(NamedCodes const& named, Tree const& tree, ledger::Mark mark) {
  std::vector<CodeNo> parents;
  batch_->for_each_run(tree.named, [&](CodeRange, CodeState const& state) {
    if (state.parent != CodeNo()) parents.push_back(state.parent);
  });
  std::sort(parents.begin(), parents.end());
  CodeSet const loaded = CodeSet::of_sorted(parents);
  TAMGA_TRY(batch_->load(loaded));
  CodeSet const all = tree.all();
  batch_->for_each_run(tree.named, [&](CodeRange range, CodeState const& state) {
    if (state.parent == CodeNo() || all.contains(state.parent)) return;
    if (batch_->state(state.parent).has(mark)) refuse_all(named, range, kPackageHeld);
  });
  return {};
}

}  // namespace tamga::documents
