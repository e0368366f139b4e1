// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/code_search.hpp"

#include <map>

#include "api/change_note.hpp"
#include "api/errors.hpp"
#include "api/in_turn.hpp"
#include "api/packet.hpp"
#include "api/task_kinds.hpp"
#include "code_search/code_row.hpp"
#include "emission/code_names.hpp"
#include "emission/resolver.hpp"
#include "registry/catalogue.hpp"
#include "shape/encode.hpp"

namespace tamga::api {
namespace {

constexpr std::int64_t kRunsOfPage = 20'000;
constexpr std::int64_t kRunsOfCount = 1'000'000;

constexpr std::array<std::string_view, 3> kMediaTypes{
    "text/csv; charset=utf-8", "application/jsonl",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};

std::vector<std::string> marks_of(ledger::CodeState const& state) {
  std::vector<std::string> marks;
  for (auto const& [mark, name] : ledger::kMarkNames)
    if (state.has(mark)) marks.emplace_back(name);
  return marks;
}

/// Names of goods, each looked up once.
class ProductNames {
 public:
  explicit ProductNames(Call const& call) : call_(&call) {}
  Result<std::optional<std::string>> of(gs1::Gtin gtin) {
    if (!gtin) return std::nullopt;
    auto found = names_.find(gtin);
    if (found == names_.end()) {
      TAMGA_ASSIGN(product, call_->services().catalogue.look(gtin));
      found = names_
                  .emplace(gtin, product ? std::optional(product->name.in(call_->language()))
                                         : std::optional<std::string>())
                  .first;
    }
    return found->second;
  }

 private:
  Call const* call_;
  std::map<gs1::Gtin, std::optional<std::string>> names_;
};

FoundCodeView view_of(code_search::CodeRow& row, std::optional<std::string> product) {
  FoundCodeView view{.cis = std::move(row.cis),
                     .gtin = {},
                     .product = std::move(product),
                     .status = std::string(name_of(row.state.status)),
                     .marks = marks_of(row.state),
                     .order = {},
                     .emitted_at = row.emitted_at(),
                     .produced_on = {},
                     .expires_on = {},
                     .batch = {},
                     .package = {}};
  if (row.gtin) view.gtin = GtinText{row.gtin};
  if (row.order.value() != 0) view.order = DocumentNumber{row.order};
  if (row.lot) {
    view.produced_on = row.lot->produced_on;
    view.expires_on = row.lot->expires_on;
    if (!row.lot->batch.empty()) view.batch = row.lot->batch;
  }
  if (!row.package.empty()) view.package = std::move(row.package);
  return view;
}

/// An export as the caller may have it.
KeptExport limited(CodeExportAsk const& asked, Call const& call) {
  KeptExport kept{asked, groups_of(call.caller())};
  if (!asked.language) kept.asked.language = word_of(call.language());
  return kept;
}

code_search::Filter asked_by(Call const& call, CodesAsked const& asked) {
  return filter_of(call.services().country, asked, call.caller().number(), groups_of(call.caller()));
}

/// By what the journal finds an export: the order, or the GTIN; empty where it is about neither.
std::string subject_of(CodesAsked const& asked) {
  if (asked.order) return std::to_string(asked.order->number.value());
  return asked.gtin ? asked.gtin->gtin.text() : std::string();
}

std::string file_name(CodeExportAsk const& ask) { return "codes." + std::string(shape::name_of(ask.format)); }

}  // namespace

Result<SearchCodes::Output> SearchCodes::handle(Input const& input, Call& call) {
  code_search::Sources const sources = search_sources(call.services());
  TAMGA_ASSIGN(finder, code_search::Finder::make(sources, asked_by(call, input)));
  if (input.after) {
    TAMGA_ASSIGN(reading, call.services().resolver.read(input.after->text));
    if (reading.code == ledger::CodeNo()) return fail(Error(kCursorMalformed).at("/after"));
    finder->start_after(reading.code);
  }
  std::vector<code_search::Found> found;
  TAMGA_ASSIGN(more, finder->next(found, input.limit, kRunsOfPage));
  TAMGA_ASSIGN(rows, code_search::rows_of(sources, *finder, found));
  ProductNames names(call);
  Output out;
  for (code_search::CodeRow& row : rows) {
    TAMGA_ASSIGN(product, names.of(row.gtin));
    out.codes.push_back(view_of(row, std::move(product)));
  }
  if (!more || !finder->last()) return out;
  ledger::CodeNo const last = *finder->last();
  TAMGA_ASSIGN(next, emission::names_of({&last, 1}, call.services().series, call.services().store));
  out.next = std::move(next.front());
  return out;
}

Result<CountCodes::Output> CountCodes::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(
      counts, code_search::count_codes(search_sources(call.services()), asked_by(call, input), kRunsOfCount));
  Output out{.counts = {}, .quantity = 0, .complete = counts.complete};
  for (int status = 1; status < ledger::kStatusCount; ++status) {
    std::int64_t const quantity = counts.of_status[static_cast<std::size_t>(status)];
    out.quantity += quantity;
    if (quantity != 0)
      out.counts.push_back({std::string(name_of(static_cast<ledger::CodeStatus>(status))), quantity});
  }
  return out;
}

Result<ExportCodes::Output> ExportCodes::handle(Input const&, Body const& body, Call& call) {
  KeptExport const kept = limited(body, call);
  TAMGA_ASSIGN(counts,
               code_search::count_codes(search_sources(call.services()), asked_by(call, body), kRunsOfPage));
  std::int64_t total = 0;
  for (std::int64_t const quantity : counts.of_status) total += quantity;
  return make_task(call, kSpec.action,
                   {.kind = kCodesTask,
                    .params = shape::encode(kept),
                    .file_name = file_name(body),
                    .media_type = std::string(kMediaTypes[static_cast<std::size_t>(body.format)]),
                    .total = counts.complete ? total : 0,
                    .noted = facts_of(kept.asked)});
}

Result<StreamCodes::Output> StreamCodes::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(source, open_export(call.services(), call.caller().number(), limited(input, call)));
  auto const told = [&](documents::Turn& turn) -> Result<void> {
    journal::Entry entry = entry_of(call, std::string(kSpec.action));
    entry.at = turn.now();
    entry.result = "accepted";
    entry.object = subject_of(input);
    TAMGA_TRY(note_changes(turn, entry, {}, facts_of(input)));
    turn.journal(std::move(entry));
    return {};
  };
  TAMGA_TRY(in_turn(call, told));
  return Reply{
      streamed(kMediaTypes[static_cast<std::size_t>(input.format)], file_name(input), std::move(source))};
}

template struct RowOf<SearchCodes>;
template struct RowOf<CountCodes>;
template struct RowOf<ExportCodes>;
template struct RowOf<StreamCodes>;

}  // namespace tamga::api
