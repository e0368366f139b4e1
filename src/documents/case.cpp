// SPDX-License-Identifier: Apache-2.0
#include "documents/case.hpp"

#include "documents/errors.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;

Case::Case(Context context, Naming const& naming, Resolution resolution, ledger::Batch& batch,
           PackageShelf& packages)
    : context_(context),
      naming_(&naming),
      resolution_(std::move(resolution)),
      batch_(&batch),
      packages_(&packages) {
  refusals_ = resolution_.refusals;
}

NamedCodes Case::codes(std::span<Naming::Part const> parts) {
  std::vector<std::size_t> repeated;
  NamedCodes named(resolution_, parts, repeated);
  for (std::size_t const item : repeated) refuse(item, kCodeTwice);
  return named;
}

CodeSet Case::set_of(Naming::Part part) const {
  std::vector<CodeRange> ranges;
  ranges.reserve(part.count);
  for (std::size_t item = part.first; item < part.first + part.count; ++item)
    if (code(item) != CodeNo()) ranges.push_back({code(item), 1});
  return CodeSet::of_ranges(std::move(ranges));
}

void Case::refuse_all(NamedCodes const& named, CodeRange range, ErrorKind const& kind) {
  named.for_each_item(range, [&](std::size_t item) { refuse(item, kind); });
}

Result<CodeSet> Case::judge(ledger::Event event, NamedCodes const& named, CodeSet const& among) {
  TAMGA_TRY(batch_->load(among));
  CodeSet accepted;
  batch_->for_each_run(among, [&](CodeRange range, CodeState const& state) {
    if (ErrorKind const* error = ledger::judge(event, state, context_.sender, ledger::Scope::Named))
      refuse_all(named, range, *error);
    else
      accepted.add(range);
  });
  return accepted;
}

Result<CodeSet> Case::content(CodeSet const& packages) {
  CodeSet all;
  CodeSet level = packages;
  for (int depth = 0; depth < kMaxPackageLevel && !level.empty(); ++depth) {
    std::vector<CodeNo> asked;
    for (CodeRange const& range : level.ranges())
      if (packages_->may_be_package(ledger::series_of(range.first)))
        for (std::int64_t i = 0; i < range.count; ++i) asked.push_back(range.first + i);
    if (asked.empty()) break;
    TAMGA_ASSIGN(contents, packages_->content(asked));
    std::vector<CodeRange> inside;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      TAMGA_TRY(batch_->load(contents[i].codes));
      batch_->for_each_run(contents[i].codes, [&](CodeRange range, CodeState const& state) {
        if (state.parent == asked[i]) inside.push_back(range);
      });
    }
    level = CodeSet::of_ranges(std::move(inside));
    all = all.unite(level);
  }
  return all;
}

ErrorKind const* Case::judge_content(ledger::Event event, CodeSet const& content) const {
  ErrorKind const* first = nullptr;
  batch_->for_each_run(content, [&](CodeRange, CodeState const& state) {
    if (!first) first = ledger::judge(event, state, context_.sender, ledger::Scope::Content);
  });
  return first;
}

Result<Case::Tree> Case::judge_tree(ledger::Event event, NamedCodes const& named) {
  Tree tree;
  TAMGA_ASSIGN(accepted, judge(event, named));
  TAMGA_ASSIGN(inside, content(accepted));
  if (!judge_content(event, inside)) {
    tree.named = std::move(accepted);
    // A code may be named beside the package that holds it: it is content then.
    tree.content = inside.minus(tree.named);
    return tree;
  }
  // Something inside does not fit: find whose it is, package by package.
  for (CodeRange const& range : accepted.ranges())
    for (std::int64_t i = 0; i < range.count; ++i) {
      CodeRange const one{range.first + i, 1};
      TAMGA_ASSIGN(own, content(CodeSet(one)));
      if (ErrorKind const* error = judge_content(event, own)) {
        refuse_all(named, one, *error);
        continue;
      }
      tree.named.add(one);
      tree.content = tree.content.unite(own);
    }
  tree.content = tree.content.minus(tree.named);
  return tree;
}

}  // namespace tamga::documents
