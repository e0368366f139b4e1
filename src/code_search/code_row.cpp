// SPDX-License-Identifier: Apache-2.0
#include "code_search/code_row.hpp"

#include "base/number_source.hpp"
#include "emission/code_names.hpp"

namespace tamga::code_search {

std::optional<UnixMs> CodeRow::emitted_at() const {
  if (order.value() == 0) return std::nullopt;
  return NumberSource::moment_of(order.value());
}

Result<std::vector<CodeRow>> rows_of(Sources const& sources, Finder const& finder,
                                     std::span<Found const> found) {
  std::vector<ledger::CodeNo> codes;
  std::vector<ledger::CodeNo> packages;
  for (Found const& one : found) {
    for (std::int64_t i = 0; i < one.codes.count; ++i) codes.push_back(one.codes.first + i);
    if (one.state.parent.value() != 0) packages.push_back(one.state.parent);
  }
  TAMGA_ASSIGN(names, emission::names_of(codes, sources.series, sources.store));
  TAMGA_ASSIGN(package_names, emission::names_of(packages, sources.series, sources.store));
  std::vector<CodeRow> rows;
  rows.reserve(codes.size());
  std::size_t package = 0;
  for (Found const& one : found) {
    TAMGA_ASSIGN(series, emission::met_series(sources.series, ledger::series_of(one.codes.first)));
    LotFacts const& facts = finder.lot(one.state.lot);
    std::string const in = one.state.parent.value() != 0 ? package_names[package++] : std::string();
    for (std::int64_t i = 0; i < one.codes.count; ++i)
      rows.push_back({.cis = std::move(names[rows.size()]),
                      .gtin = series->is_transport() ? gs1::Gtin() : series->gtin,
                      .state = one.state,
                      .order = facts.order,
                      .lot = facts.lot,
                      .package = in});
  }
  return rows;
}

}  // namespace tamga::code_search
