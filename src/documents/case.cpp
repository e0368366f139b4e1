// SPDX-License-Identifier: Apache-2.0
#include "documents/case.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/fees.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Event;
using ledger::Scope;

namespace {

bool sells(Event event) { return event == Event::Sell || event == Event::SellPart; }

/// Events by which goods reach somebody else: what is recalled or out of date stops here. Taking goods out of
/// circulation, writing them off or bringing them back never does.
bool moves_goods(Event event) {
  return event == Event::Introduce || event == Event::IntroduceImport || event == Event::Ship || sells(event);
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

NamedCodes Case::codes_quietly(std::span<Naming::Part const> parts) const {
  std::vector<std::size_t> repeated;
  return {resolution_, parts, repeated};
}

bool Case::works_with_group(std::string_view group) const {
  return (own_groups_.empty() || contains(own_groups_, group)) &&
         (mandate_groups_.empty() || contains(mandate_groups_, group));
}

std::vector<std::size_t> Case::take_unissued() {
  std::vector<std::size_t> items;
  std::erase_if(refusals_, [&](Refusal const& refusal) {
    if (refusal.kind != &ledger::kCodeNotIssued) return false;
    items.push_back(refusal.item);
    return true;
  });
  return items;
}

CodeSet Case::set_of(Naming::Part part) const {
  std::vector<CodeRange> ranges;
  ranges.reserve(part.count);
  for (std::size_t item = part.first; item < part.first + part.count; ++item)
    if (code(item) != CodeNo()) ranges.push_back({code(item), 1});
  return CodeSet::of_ranges(std::move(ranges));
}

void Case::change(Event event, ledger::Patch const& patch, CodeSet const& codes) {
  Fees(*this).follow(event, codes);
  batch_->change(event, patch, codes);
}

void Case::refuse_all(NamedCodes const& named, CodeRange range, ErrorKind const& kind) {
  named.for_each_item(range, [&](std::size_t item) { refuse(item, kind); });
}

void Case::refuse_all(NamedCodes const& named, CodeRange range, ErrorKind const& kind, Event event,
                      CodeState const& state) {
  Refusal refusal{0, &kind, event, state.status, desk_->lots.at(state.lot), {}};
  named.for_each_item(range, [&](std::size_t item) {
    refusal.item = item;
    refusals_.push_back(refusal);
  });
}

Error Case::content_error(ErrorKind const& kind, Event event) const {
  Error error(kind);
  for (auto const& [name, value] :
       arguments_of({0, &kind, event, offender_.status, desk_->lots.at(offender_.lot), {}}, {}))
    error.with(name, value);
  return error;
}

country::GroupRules const* Case::group_rules(ledger::SeriesNo number) const {
  emission::Series const* series = desk_->series.find(number);
  if (!series || series->is_transport()) return nullptr;
  return desk_->country().group(series->group).rules.in_force(context_.today);
}

void Case::judge_group(std::string const& code) {
  if (!judged_groups_.insert(code).second) return;
  if (auto refusal = passage_.refusal(deed_, code)) object(*std::move(refusal));
}

ErrorKind const* Case::objection(Event event, ledger::SeriesNo number, CodeState const& state) {
  emission::Series const* series = desk_->series.find(number);
  if (!series || series->is_transport()) return nullptr;
  auto const [refusal, fresh] = group_refusals_.try_emplace(number, nullptr);
  if (fresh) judge_group(desk_->country().group(series->group).code);
  if (fresh && contains(rules().documents, context_.kind)) {
    country::GroupRules const* of_group = group_rules(number);
    if (!of_group || !of_group->allows_document(context_.kind)) refusal->second = &kKindNotForGroup;
  }
  if (fresh && !works_with_group(desk_->country().group(series->group).code))
    refusal->second = &kGroupNotForUser;
  if (refusal->second != nullptr) return refusal->second;
  if (!moves_goods(event)) return nullptr;
  Lot const* lot = desk_->lots.at(state.lot);
  if (RecallBook::find(desk_->recalls.recalls(), series->gtin, lot)) return &ledger::kCodeRecalled;
  if (sells(event) && lot && lot->expires_on && *lot->expires_on < context_.today)
    return &ledger::kCodeExpired;
  return nullptr;
}

Result<void> Case::load_lots(CodeSet const& codes) {
  TAMGA_TRY(batch_->load(codes));
  std::vector<ledger::LotNo> lots;
  batch_->for_each_run(codes, [&](CodeRange, CodeState const& state) {
    if (state.lot != ledger::LotNo() && (lots.empty() || lots.back() != state.lot)) lots.push_back(state.lot);
  });
  std::sort(lots.begin(), lots.end());
  lots.erase(std::unique(lots.begin(), lots.end()), lots.end());
  return desk_->lots.load(lots);
}

Result<void> Case::prepare(Question const& question, CodeSet const& codes) {
  if (moves_goods(question.event) || question.lots || billing::concerns_fees(question.event))
    return load_lots(codes);
  return batch_->load(codes);
}

ErrorKind const* Case::verdict(Question const& question, CodeRange range, CodeState const& state,
                               Scope scope) {
  ledger::SeriesNo const series = ledger::series_of(range.first);
  if (ErrorKind const* error = ledger::judge(question.event, state, context_.sender, scope)) return error;
  if (ErrorKind const* error = objection(question.event, series, state)) return error;
  return question.also ? question.also(series, state) : nullptr;
}

Result<CodeSet> Case::judge(Question const& question, NamedCodes const& named, CodeSet const& among,
                            Scope scope) {
  TAMGA_TRY(prepare(question, among));
  CodeSet accepted;
  batch_->for_each_run(among, [&](CodeRange range, CodeState const& state) {
    if (ErrorKind const* error = verdict(question, range, state, scope))
      refuse_all(named, range, *error, question.event, state);
    else
      accepted.add(range);
  });
  return accepted;
}

Result<ErrorKind const*> Case::judge_content(Question const& question, CodeSet const& content) {
  TAMGA_TRY(prepare(question, content));
  ErrorKind const* first = nullptr;
  batch_->for_each_run(content, [&](CodeRange range, CodeState const& state) {
    if (first) return;
    first = verdict(question, range, state, Scope::Content);
    if (first) offender_ = state;
  });
  return first;
}

}  // namespace tamga::documents
