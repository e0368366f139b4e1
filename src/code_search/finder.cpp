// SPDX-License-Identifier: Apache-2.0
#include "code_search/finder.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "emission/code_names.hpp"
#include "emission/order.hpp"

namespace tamga::code_search {
namespace {

constexpr std::int64_t kBlocksAtOnce = 64;
constexpr int kPackagesAtOnce = 4096;
constexpr int kMostOrdersOfPlace = 100'000;
constexpr int kOrdersOneByOne = 500;

constexpr sql::Statement kPackagesFrom{
    "code_search.packages",
    "SELECT package FROM package WHERE package >= $1 AND package < $2 ORDER BY package LIMIT $3"};

bool is_meant(emission::SeriesBook const& book, Filter const& filter, emission::Series const& series) {
  if (filter.gtin && (series.is_transport() || series.gtin != *filter.gtin)) return false;
  if (series.is_transport() || !filter.works_with_group) return true;
  return filter.works_with_group(book.country().group(series.group).code);
}

/// The holder's balances that are meant.
Result<std::vector<ledger::StockLine>> stock_of(Sources const& sources, Filter const& filter) {
  TAMGA_ASSIGN(lines, sources.ledger.stock(filter.holder));
  std::vector<ledger::StockLine> out;
  for (ledger::StockLine const& line : lines) {
    if (filter.status && line.status != *filter.status) continue;
    TAMGA_ASSIGN(series, emission::met_series(sources.series, line.series));
    if (is_meant(sources.series, filter, *series)) out.push_back(line);
  }
  return out;
}

}  // namespace

Finder::Finder(Sources const& sources, Filter filter)
    : sources_(sources), filter_(std::move(filter)), lots_(sources.lots, filter_) {}

Result<std::unique_ptr<Finder>> Finder::make(Sources const& sources, Filter filter) {
  std::unique_ptr<Finder> finder(new Finder(sources, std::move(filter)));
  TAMGA_TRY(finder->plan());
  return finder;
}

Result<void> Finder::plan() {
  if (filter_.place) {
    TAMGA_TRY(plan_place(*filter_.place));
  } else {
    TAMGA_TRY(filter_.order ? plan_order(*filter_.order) : plan_stock());
  }
  std::sort(plan_.begin(), plan_.end(),
            [](Part const& a, Part const& b) { return a.codes.first < b.codes.first; });
  return {};
}

Result<void> Finder::plan_place(std::string const& place) {
  std::vector<ledger::DocumentNo> orders;
  {
    TAMGA_ASSIGN(reader, sources_.store.reader());
    TAMGA_ASSIGN(found, emission::orders_at(*reader, filter_.holder, place, kMostOrdersOfPlace));
    orders = std::move(found);
  }
  lots_.only_of({orders.begin(), orders.end()});
  // Where the orders of a place are many, looking at all that is held costs less than at each of them.
  if (static_cast<int>(orders.size()) > kOrdersOneByOne) return plan_stock();
  for (ledger::DocumentNo const order : orders)
    if (!filter_.order || *filter_.order == order) TAMGA_TRY(plan_order(order));
  return {};
}

Result<void> Finder::plan_order(ledger::DocumentNo order) {
  TAMGA_ASSIGN(reader, sources_.store.reader());
  TAMGA_ASSIGN(found, emission::find_order(*reader, order));
  if (!found) return {};
  for (emission::OrderLine const& line : found->lines) {
    if (line.codes.empty()) continue;
    TAMGA_ASSIGN(series, emission::met_series(sources_.series, line.series));
    if (!is_meant(sources_.series, filter_, *series)) continue;
    for (ledger::CodeRange const& range : line.codes.ranges()) plan_.push_back({.codes = range, .left = std::nullopt});
  }
  return {};
}

Result<void> Finder::plan_stock() {
  TAMGA_ASSIGN(lines, stock_of(sources_, filter_));
  std::map<ledger::SeriesNo, std::int64_t> left;
  std::vector<ledger::SeriesNo> met;
  for (ledger::StockLine const& line : lines) {
    left[line.series] += line.quantity;
    met.push_back(line.series);
  }
  // Another process may have handed out more of them than the book knows.
  TAMGA_TRY(sources_.series.catch_up(met));
  for (auto const& [number, quantity] : left) {
    TAMGA_ASSIGN(series, emission::met_series(sources_.series, number));
    bool const sparse = series->kind == emission::SeriesKind::Sscc;
    std::int64_t const end =
        sparse ? ledger::kSeriesCapacity : std::max<std::int64_t>(sources_.series.issued(*series), 1);
    plan_.push_back({.codes = {ledger::code_no(number, 0), end},
                     .left = quantity,
                     .balance = quantity,
                     .sparse = sparse});
  }
  return {};
}

Result<std::int64_t> Finder::balance_of(ledger::SeriesNo series) const {
  TAMGA_ASSIGN(lines, sources_.ledger.stock(filter_.holder));
  std::int64_t sum = 0;
  for (ledger::StockLine const& line : lines)
    if (line.series == series && (!filter_.status || line.status == *filter_.status)) sum += line.quantity;
  return sum;
}

/// Codes that came while the walk was under way were counted in the place of others that lie ahead: then it
/// goes to the end.
Result<bool> Finder::all_met(Part& part) const {
  if (part.codes.count <= 0) return true;
  if (!part.left || *part.left > 0) return false;
  TAMGA_ASSIGN(balance, balance_of(ledger::series_of(part.codes.first)));
  if (balance == part.balance) return true;
  part.left.reset();
  return false;
}

void Finder::start_after(ledger::CodeNo code) {
  last_ = looked_ = code;
  while (!done()) {
    Part& part = plan_[at_];
    std::int64_t const end = part.codes.first.value() + part.codes.count;
    if (code.value() + 1 < end) {
      if (code >= part.codes.first) {
        part.codes = {code + 1, end - code.value() - 1};
        part.left.reset();  // how many of them lie before is not known
      }
      return;
    }
    ++at_;
  }
}

Result<std::vector<ledger::BlockNo>> Finder::blocks_ahead(Part const& part) const {
  std::vector<ledger::BlockNo> out;
  ledger::CodeNo const end = part.codes.first + part.codes.count;
  if (!part.sparse) {
    std::int64_t const first = ledger::block_of(part.codes.first).value();
    std::int64_t const last = ledger::block_of(end + -1).value();
    for (std::int64_t block = first; block <= std::min(last, first + kBlocksAtOnce - 1); ++block)
      out.emplace_back(block);
    return out;
  }
  TAMGA_ASSIGN(reader, sources_.store.reader());
  TAMGA_ASSIGN(rows, reader->query(kPackagesFrom, part.codes.first, end, kPackagesAtOnce));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    auto const block = ledger::block_of(row.as<ledger::CodeNo>(0));
    if (static_cast<std::int64_t>(out.size()) < kBlocksAtOnce && (out.empty() || out.back() != block))
      out.push_back(block);
  }));
  return out;
}

Result<void> Finder::look_further() {
  Part& part = plan_[at_];
  ledger::CodeNo const end = part.codes.first + part.codes.count;
  TAMGA_ASSIGN(wanted, blocks_ahead(part));
  TAMGA_ASSIGN(blocks, sources_.ledger.blocks(wanted));
  std::vector<Found> met;
  std::vector<ledger::LotNo> lots;
  runs_ += static_cast<std::int64_t>(blocks.size());
  ledger::CodeNo at = wanted.empty() ? end : part.codes.first;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    ledger::CodeNo const base = ledger::first_code(wanted[i]);
    ledger::CodeNo const from = std::max(at, base);
    at = std::min(end, base + ledger::kBlockSize);
    if (!blocks[i].block) continue;
    blocks[i].block->for_each_run(
        ledger::offset_of(from), static_cast<int>(at.value() - from.value()),
        [&](int offset, int length, ledger::CodeState const& state) {
          if (state.owner != filter_.holder || state.status == ledger::CodeStatus::NotIssued) return;
          ++runs_;
          looked_ = base + (offset + length - 1);
          if (filter_.status && state.status != *filter_.status) return;
          if (part.left) *part.left -= length;
          if (filter_.packed && *filter_.packed != (state.parent.value() != 0)) return;
          met.push_back({{base + offset, length}, state});
          lots.push_back(state.lot);
        });
  }
  part.codes = {at, end.value() - at.value()};
  TAMGA_ASSIGN(met_all, all_met(part));
  if (met_all) ++at_;
  TAMGA_TRY(lots_.load(lots));
  for (Found const& one : met)
    if (lots_.of(one.state.lot).matches) waiting_.push_back(one);
  return {};
}

Result<bool> Finder::next(std::vector<Found>& out, std::int64_t codes, std::int64_t runs) {
  std::int64_t const stop = runs_ + runs;
  auto const begun = looked_;
  while (codes > 0) {
    if (waiting_.empty()) {
      // Without a code of the holder's there is no place to go on from.
      if (done() || (runs_ >= stop && looked_ != begun)) break;
      TAMGA_TRY(look_further());
      continue;
    }
    Found& first = waiting_.front();
    std::int64_t const count = std::min(codes, first.codes.count);
    out.push_back({{first.codes.first, count}, first.state});
    last_ = first.codes.first + (count - 1);
    codes -= count;
    first.codes = {first.codes.first + count, first.codes.count - count};
    if (first.codes.count == 0) waiting_.pop_front();
  }
  if (waiting_.empty() && looked_) last_ = looked_;
  return !waiting_.empty() || !done();
}

Result<Counts> count_codes(Sources const& sources, Filter const& filter, std::int64_t runs) {
  Counts counts;
  if (filter.known_to_stock()) {
    TAMGA_ASSIGN(lines, stock_of(sources, filter));
    for (ledger::StockLine const& line : lines)
      counts.of_status[static_cast<std::size_t>(line.status)] += line.quantity;
    return counts;
  }
  TAMGA_ASSIGN(finder, Finder::make(sources, filter));
  std::vector<Found> found;
  TAMGA_ASSIGN(more, finder->next(found, std::numeric_limits<std::int64_t>::max(), runs));
  counts.complete = !more;
  for (Found const& one : found)
    counts.of_status[static_cast<std::size_t>(one.state.status)] += one.codes.count;
  return counts;
}

}  // namespace tamga::code_search
