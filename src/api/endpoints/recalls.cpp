// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/recalls.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "api/code_export.hpp"
#include "base/number_source.hpp"
#include "documents/errors.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using documents::Recall;
using ledger::CodeStatus;
using ledger::DocumentNo;

namespace {

constexpr std::int64_t kRunsOfRecall = 1'000'000;
constexpr std::int64_t kRunsOfOwn = 100'000;

DocumentNo before_of(std::optional<DocumentNumber> const& before) {
  return before ? before->number : DocumentNo(std::numeric_limits<std::int64_t>::max());
}

/// GTINs of which the caller's balances know something.
Result<std::set<gs1::Gtin>> gtins_of(Call const& call) {
  Services const& services = call.services();
  TAMGA_ASSIGN(lines, services.ledger.stock(call.caller().number()));
  std::vector<ledger::SeriesNo> unknown;
  for (ledger::StockLine const& line : lines)
    if (services.series.find(line.series) == nullptr) unknown.push_back(line.series);
  if (!unknown.empty()) TAMGA_TRY(services.series.catch_up(unknown));
  std::set<gs1::Gtin> out;
  for (ledger::StockLine const& line : lines)
    if (auto const* series = services.series.find(line.series)) out.insert(series->gtin);
  return out;
}

constexpr int kReadAtOnce = 200;

/// A recall that touches the caller's goods.
struct Touching {
  Recall recall;
  bool own;  ///< the card of the goods is his
};

/// At most `limit` recalls of this state numbered below `before` that touch the caller's goods, newest first.
Result<std::vector<Touching>> touching(Call const& call, RecallState state, DocumentNo before, int limit) {
  TAMGA_ASSIGN(held, gtins_of(call));
  documents::RecallFilter const filter{.in_force = state == RecallState::InForce};
  std::vector<Touching> out;
  for (bool more = true; more;) {
    std::vector<Recall> some;
    {
      TAMGA_ASSIGN(reader, call.services().store.reader());
      TAMGA_ASSIGN(page, documents::recalls_of(*reader, filter, before, kReadAtOnce));
      some = std::move(page);
    }
    more = static_cast<int>(some.size()) == kReadAtOnce;
    for (Recall& one : some) {
      before = one.number;
      TAMGA_ASSIGN(product, call.services().catalogue.look(one.gtin));
      if (product && !call.caller().works_with_group(product->group)) continue;
      bool const own = product && product->owner == call.caller().number();
      if (!own && !held.contains(one.gtin) && one.declared_by != call.caller().number()) continue;
      out.push_back({std::move(one), own});
      if (static_cast<int>(out.size()) == limit) return out;
    }
  }
  return out;
}

}  // namespace

Result<RecallView> RecallView::of(Recall const& recall, Call const& call) {
  TAMGA_ASSIGN(product, call.services().catalogue.look(recall.gtin));
  TAMGA_ASSIGN(declarer, call.services().participants.find(recall.declared_by));
  bool const lifted = recall.lifted_by != DocumentNo();
  return RecallView{
      .recall = {recall.number},
      .state = lifted ? RecallState::Lifted : RecallState::InForce,
      .gtin = {recall.gtin},
      .product = product ? product->name.in(call.language()) : std::string(),
      .batch = recall.batch.empty() ? std::nullopt : std::optional(recall.batch),
      .produced_from = recall.produced_from,
      .produced_to = recall.produced_to,
      .reason = recall.reason,
      .instruction = recall.instruction,
      .declared_by = declarer ? declarer->name : std::string(),
      .declared_at = recall.declared_at,
      .lifted_by = lifted ? std::optional(DocumentNumber{recall.lifted_by}) : std::nullopt,
      .lifted_at = lifted ? std::optional(NumberSource::moment_of(recall.lifted_by.value())) : std::nullopt};
}

RecallProgressView RecallProgressView::of(code_search::Recalled const& counted) {
  auto const of = [&](CodeStatus status) { return counted.of_status[static_cast<std::size_t>(status)]; };
  return {.not_introduced = of(CodeStatus::Emitted) + of(CodeStatus::Applied),
          .in_circulation = of(CodeStatus::Introduced),
          .out_of_circulation = of(CodeStatus::Retired),
          .written_off = of(CodeStatus::WrittenOff),
          .complete = counted.complete};
}

Result<ListOwnRecalls::Output> ListOwnRecalls::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(found, touching(call, input.state, before_of(input.before), input.limit + 1));
  Output out;
  for (auto const& [recall, own] : found) {
    if (static_cast<int>(out.recalls.size()) == input.limit) {
      out.next = out.recalls.back().recall.recall;
      break;
    }
    TAMGA_ASSIGN(view, RecallView::of(recall, call));
    TAMGA_ASSIGN(counted, code_search::count_recalled(search_sources(call.services()), recall,
                                                      call.caller().number(), kRunsOfOwn));
    out.recalls.push_back({std::move(view), own, RecallProgressView::of(counted)});
  }
  return out;
}

Result<ListRecalls::Output> ListRecalls::handle(Input const& input, Call& call) {
  documents::RecallFilter filter{.in_force = std::nullopt, .gtin = gs1::Gtin()};
  if (input.state) filter.in_force = *input.state == RecallState::InForce;
  if (input.gtin) filter.gtin = input.gtin->gtin;
  std::vector<Recall> found;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(page, documents::recalls_of(*reader, filter, before_of(input.before), input.limit));
    found = std::move(page);
  }
  Output out;
  for (Recall const& one : found) {
    TAMGA_ASSIGN(view, RecallView::of(one, call));
    out.recalls.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = DocumentNumber{found.back().number};
  return out;
}

Result<GetRecall::Output> GetRecall::handle(Input const& input, Call& call) {
  std::optional<Recall> found;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(there, documents::find_recall(*reader, input.recall.number));
    found = std::move(there);
  }
  if (!found)
    return fail(Error(documents::kRecallUnknown).with("recall", std::to_string(input.recall.number.value())));
  TAMGA_ASSIGN(view, RecallView::of(*found, call));
  TAMGA_ASSIGN(counted, code_search::count_recalled(search_sources(call.services()), *found, std::nullopt,
                                                    kRunsOfRecall));
  return Output{
      .recall = std::move(view), .progress = RecallProgressView::of(counted), .holders = counted.holders};
}

template struct RowOf<ListOwnRecalls>;
template struct RowOf<ListRecalls>;
template struct RowOf<GetRecall>;

}  // namespace tamga::api
