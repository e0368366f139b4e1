// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/stock.hpp"

#include <map>

#include "emission/errors.hpp"
#include "emission/series_book.hpp"
#include "ledger/ledger.hpp"
#include "registry/catalogue.hpp"

namespace tamga::api {

Result<GetStock::Output> GetStock::handle(Input const&, Call& call) {
  Services const& services = call.services();
  TAMGA_ASSIGN(lines, services.ledger.stock(call.caller().number()));
  std::map<std::pair<gs1::Gtin, ledger::CodeStatus>, std::int64_t> sums;
  std::map<gs1::Gtin, std::string> groups;
  for (ledger::StockLine const& line : lines) {
    emission::Series const* series = services.series.find(line.series);
    if (series == nullptr) {
      // Another process of the store has begun it.
      TAMGA_TRY(services.series.catch_up({&line.series, 1}));
      series = services.series.find(line.series);
    }
    if (series == nullptr) return fail(emission::kSeriesUnknown);
    if (!series->is_transport()) {
      std::string const& group = services.country.group(series->group).code;
      if (!call.caller().works_with_group(group)) continue;
      groups.emplace(series->gtin, group);
    }
    sums[{series->gtin, line.status}] += line.quantity;
  }
  Output out;
  for (auto const& [key, quantity] : sums) {
    StockLineView view{.gtin = {},
                       .product = {},
                       .group = {},
                       .status = std::string(name_of(key.second)),
                       .quantity = quantity};
    if (key.first) {
      view.gtin = GtinText{key.first};
      view.group = groups.at(key.first);
      TAMGA_ASSIGN(product, services.catalogue.look(key.first));
      if (product) view.product = product->name.in(call.language());
    }
    out.stock.push_back(std::move(view));
  }
  return out;
}

template struct RowOf<GetStock>;

}  // namespace tamga::api
