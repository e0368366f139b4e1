// SPDX-License-Identifier: Apache-2.0
#include "documents/case.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Event;

namespace {

/// Events by which goods reach somebody else: what is recalled or out of date stops here. Taking goods out of
/// circulation, writing them off or bringing them back never does.
bool moves_goods(Event event) {
  return event == Event::Introduce || event == Event::IntroduceImport || event == Event::Ship ||
         event == Event::Sell;
}

bool contains(std::vector<std::string> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Case::Case(Context context, Naming const& naming, Resolution resolution, ledger::Batch& batch, Desk& desk)
    : context_(context), naming_(&naming), resolution_(std::move(resolution)), batch_(&batch), desk_(&desk) {
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

bool Case::may_be_package(ledger::SeriesNo number) const {
  using country::PackageLevel;
  emission::Series const* series = desk_->series.find(number);
  if (!series) return false;
  if (series->is_transport()) return true;
  for (country::CodeTemplate const* form : desk_->country().forms_of(series->template_id))
    if (form->levels.has(PackageLevel::Group) || form->levels.has(PackageLevel::Set) ||
        form->levels.has(PackageLevel::Bundle))
      return true;
  return false;
}

ErrorKind const* Case::objection(Event event, ledger::SeriesNo number, CodeState const& state) {
  emission::Series const* series = desk_->series.find(number);
  if (!series || series->is_transport()) return nullptr;
  auto const [allowed, fresh] = kind_allowed_.try_emplace(number, true);
  if (fresh && contains(rules().documents, context_.kind)) {
    auto const* group_rules = desk_->country().group(series->group).rules.in_force(context_.today);
    allowed->second = group_rules && group_rules->allows_document(context_.kind);
  }
  if (!allowed->second) return &kKindNotForGroup;
  if (!moves_goods(event)) return nullptr;
  Lot const* lot = desk_->lots.at(state.lot);
  if (RecallBook::find(desk_->recalls.recalls(), series->gtin, lot)) return &ledger::kCodeRecalled;
  if (event == Event::Sell && lot && lot->expires_on && *lot->expires_on < context_.today)
    return &ledger::kCodeExpired;
  return nullptr;
}

Result<void> Case::load_lots(Event event, CodeSet const& codes) {
  if (!moves_goods(event)) return {};
  std::vector<ledger::LotNo> lots;
  batch_->for_each_run(codes, [&](CodeRange, CodeState const& state) {
    if (state.lot != ledger::LotNo() && (lots.empty() || lots.back() != state.lot)) lots.push_back(state.lot);
  });
  std::sort(lots.begin(), lots.end());
  lots.erase(std::unique(lots.begin(), lots.end()), lots.end());
  return desk_->lots.load(lots);
}

ErrorKind const* Case::verdict(Event event, CodeRange range, CodeState const& state, ledger::Scope scope) {
  if (ErrorKind const* error = ledger::judge(event, state, context_.sender, scope)) return error;
  return objection(event, ledger::series_of(range.first), state);
}

Result<CodeSet> Case::judge(Event event, NamedCodes const& named, CodeSet const& among, ledger::Scope scope) {
  TAMGA_TRY(batch_->load(among));
  TAMGA_TRY(load_lots(event, among));
  CodeSet accepted;
  batch_->for_each_run(among, [&](CodeRange range, CodeState const& state) {
    if (ErrorKind const* error = verdict(event, range, state, scope))
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
      if (may_be_package(ledger::series_of(range.first)))
        for (std::int64_t i = 0; i < range.count; ++i) asked.push_back(range.first + i);
    if (asked.empty()) break;
    TAMGA_ASSIGN(contents, desk_->packages.content(asked));
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

Result<ErrorKind const*> Case::judge_content(Event event, CodeSet const& content) {
  TAMGA_TRY(load_lots(event, content));
  ErrorKind const* first = nullptr;
  batch_->for_each_run(content, [&](CodeRange range, CodeState const& state) {
    if (!first) first = verdict(event, range, state, ledger::Scope::Content);
  });
  return first;
}

Result<Case::Tree> Case::judge_tree(Event event, NamedCodes const& named) {
  Tree tree;
  TAMGA_ASSIGN(accepted, judge(event, named));
  TAMGA_ASSIGN(inside, content(accepted));
  TAMGA_ASSIGN(against, judge_content(event, inside));
  if (!against) {
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
      TAMGA_ASSIGN(error, judge_content(event, own));
      if (error) {
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
