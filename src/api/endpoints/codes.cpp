// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/codes.hpp"

#include <algorithm>

#include "api/code_look.hpp"
#include "api/errors.hpp"
#include "base/number_source.hpp"
#include "documents/lots.hpp"
#include "documents/packages.hpp"
#include "documents/part_sales.hpp"
#include "emission/code_names.hpp"
#include "emission/series_book.hpp"
#include "ledger/ledger.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

std::vector<std::string> marks_of(ledger::CodeState const& state) {
  std::vector<std::string> marks;
  for (auto const& [mark, name] : ledger::kMarkNames)
    if (state.has(mark)) marks.emplace_back(name);
  return marks;
}

std::optional<std::string> reason_of(country::CountryRules const& rules, ledger::CodeState const& state) {
  if (state.status == ledger::CodeStatus::Retired)
    if (auto const* reason = rules.retire_reasons.find(state.reason)) return reason->code;
  if (state.status == ledger::CodeStatus::WrittenOff)
    if (auto const* reason = rules.write_off_reasons.find(state.reason)) return reason->code;
  return std::nullopt;
}

std::optional<LotView> lot_of(std::shared_ptr<documents::Lot const> const& lot) {
  if (!lot) return std::nullopt;
  return LotView{.produced_on = lot->produced_on,
                 .expires_on = lot->expires_on,
                 .batch = lot->batch,
                 .country = lot->country,
                 .declaration = lot->declaration,
                 .release_method = lot->release_method,
                 .issuer = lot->issuer};
}

Result<std::optional<RemainderView>> remainder_of(Services const& services, OwnCode const& code) {
  if (!code.state.has(ledger::Mark::Opened)) return std::nullopt;
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(sales, documents::part_sales(*reader, {&code.reading.code, 1}));
  return RemainderView{.left = sales.front().left(), .of = sales.front().whole};
}

/// A package and its content, told from the top down.
class Tree {
 public:
  Tree(Services const& services, sql::Connection& reader, int depth, int limit)
      : services_(&services), reader_(&reader), depth_(depth), limit_(static_cast<std::size_t>(limit)) {}

  Result<GetCodeTree::Output> of(ledger::CodeNo root, ledger::CodeState const& state) {
    found_.push_back({0, root, state.status});
    TAMGA_TRY(descend(root, 1));
    std::vector<ledger::CodeNo> codes;
    for (Found const& found : found_) codes.push_back(found.code);
    TAMGA_ASSIGN(names, emission::names_of(codes, services_->series, services_->store));
    GetCodeTree::Output out{.codes = {}, .complete = complete_};
    for (std::size_t i = 0; i < found_.size(); ++i)
      out.codes.push_back({.depth = found_[i].depth,
                           .cis = std::move(names[i]),
                           .status = std::string(name_of(found_[i].status))});
    return out;
  }

 private:
  struct Found {
    int depth;
    ledger::CodeNo code;
    ledger::CodeStatus status;
  };

  /// What lies in `package` now: of what was ever put in, the codes that name it as parent.
  Result<void> descend(ledger::CodeNo package, int depth) {
    TAMGA_ASSIGN(contents, documents::package_contents(*reader_, {&package, 1}));
    documents::PackageContent const& content = contents.front();
    if (content.level == 0) return {};
    std::vector<ledger::CodeNo> codes;
    for (ledger::CodeRange const& range : content.codes.ranges())
      for (std::int64_t i = 0; i < range.count && codes.size() <= kMaxLooked; ++i)
        codes.push_back(range.first + i);
    if (codes.size() > kMaxLooked) complete_ = false;
    std::vector<ledger::CodeState> states(codes.size());
    TAMGA_TRY(services_->ledger.states(codes, states));
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (states[i].parent != package) continue;
      if (depth > depth_ || found_.size() >= limit_) {
        complete_ = false;
        return {};
      }
      found_.push_back({depth, codes[i], states[i].status});
      if (content.level > 1) TAMGA_TRY(descend(codes[i], depth + 1));
    }
    return {};
  }

  static constexpr std::size_t kMaxLooked = 100'000;
  Services const* services_;
  sql::Connection* reader_;
  int depth_;
  std::size_t limit_;
  bool complete_ = true;
  std::vector<Found> found_;
};

}  // namespace

Result<GetCode::Output> GetCode::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  TAMGA_ASSIGN(code, look_into(call, input.code.text));
  // Who ordered a code follows its life, but neither the name nor the packages of whoever has it now.
  bool const owns = call.may_see(code.state.owner);
  TAMGA_ASSIGN(above, packages_above(services.ledger, owns ? code.state.parent : ledger::CodeNo()));
  TAMGA_ASSIGN(parents, emission::names_of(above, services.series, services.store));
  TAMGA_ASSIGN(lots, services.lots.find({&code.state.lot, 1}));
  TAMGA_ASSIGN(owner, services.participants.find(code.state.owner));
  Output out{.cis = std::string(code.reading.scan.cis()),
             .gtin = {},
             .status = std::string(name_of(code.state.status)),
             .marks = marks_of(code.state),
             .owner = owns && owner ? owner->tax_id : std::string(),
             .reason = reason_of(services.country.rules(), code.state),
             .parents = std::move(parents),
             .lot = lot_of(lots.front()),
             .remainder = {},
             .history = {}};
  TAMGA_ASSIGN(remainder, remainder_of(services, code));
  out.remainder = remainder;
  if (code.reading.series->gtin) out.gtin = GtinText{code.reading.series->gtin};
  for (ledger::HistoryLine const& line : code.history)
    out.history.push_back({.event = std::string(name_of(line.event)),
                           .document = {line.document},
                           .at = NumberSource::moment_of(line.document.value())});
  return out;
}

Result<GetCodeTree::Output> GetCodeTree::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(code, look_into(call, input.code.text));
  if (!call.may_see(code.state.owner)) return fail(kCodeNotYours);
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return Tree(call.services(), *reader, input.depth, input.limit).of(code.reading.code, code.state);
}

template struct RowOf<GetCode>;
template struct RowOf<GetCodeTree>;

}  // namespace tamga::api
