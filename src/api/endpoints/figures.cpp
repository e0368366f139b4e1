// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/figures.hpp"

#include <algorithm>
#include <map>

#include "billing/books.hpp"
#include "emission/series_book.hpp"
#include "ledger/whole_stock.hpp"
#include "registry/search.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using ledger::CodeStatus;
using ledger::StockLine;

namespace {

void add(GetFigures::Codes& sums, CodeStatus status, std::int64_t quantity) {
  switch (status) {
    case CodeStatus::NotIssued: break;
    case CodeStatus::Emitted: sums.emitted += quantity; break;
    case CodeStatus::Applied: sums.applied += quantity; break;
    case CodeStatus::Introduced: sums.introduced += quantity; break;
    case CodeStatus::Retired: sums.retired += quantity; break;
    case CodeStatus::WrittenOff: sums.written_off += quantity; break;
    case CodeStatus::Disbanded: sums.disbanded += quantity; break;
  }
}

/// Series that another process of the store has begun are read first.
Result<void> know(emission::SeriesBook& book, std::vector<StockLine> const& lines) {
  std::vector<ledger::SeriesNo> unknown;
  for (StockLine const& line : lines)
    if (book.find(line.series) == nullptr) unknown.push_back(line.series);
  if (!unknown.empty()) TAMGA_TRY(book.catch_up(unknown));
  return {};
}

GetFigures::Money money_of(Call const& call, auto const& balances) {
  auto const on = [&](billing::AccountKind kind) { return balances[static_cast<std::size_t>(kind)]; };
  using billing::AccountKind;
  return {.currency = std::string(call.services().country.rules().currency.value()),
          .funds = on(AccountKind::Funds),
          .reserved = on(AccountKind::Reserved),
          .owed = on(AccountKind::Owed),
          .fees = on(AccountKind::Fees),
          .vat = on(AccountKind::Vat),
          .unmatched = on(AccountKind::Unmatched)};
}

}  // namespace

Result<GetFigures::Output> GetFigures::handle(Input const&, Call& call) {
  Services const& services = call.services();
  std::vector<StockLine> lines;
  Output out;
  {
    TAMGA_ASSIGN(reader, services.store.reader());
    TAMGA_ASSIGN(participants, registry::count_participants(*reader));
    out.participants = participants;
    TAMGA_TRY(ledger::each_of_whole_stock(*reader, [&](StockLine const& line) { lines.push_back(line); }));
    if (call.caller().rights.has(Right::Settlements)) {
      TAMGA_ASSIGN(balances, billing::whole_balances(*reader));
      out.money = money_of(call, balances);
    }
  }
  TAMGA_TRY(know(services.series, lines));
  std::map<country::ProductGroupId, Codes> of_group;
  for (StockLine const& line : lines) {
    emission::Series const* const series = services.series.find(line.series);
    if (series == nullptr) continue;
    add(series->is_transport() ? out.packages : of_group[series->group], line.status, line.quantity);
  }
  for (auto const& [id, codes] : of_group) {
    country::ProductGroup const& group = services.country.group(id);
    out.groups.push_back({.group = group.code, .name = group.name.in(call.language()), .codes = codes});
  }
  std::sort(out.groups.begin(), out.groups.end(),
            [](Group const& a, Group const& b) { return a.name < b.name; });
  return out;
}

template struct RowOf<GetFigures>;

}  // namespace tamga::api
