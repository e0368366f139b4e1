// SPDX-License-Identifier: Apache-2.0
#include "ledger/whole_stock.hpp"

#include "sql/statement.hpp"

namespace tamga::ledger {
namespace {

constexpr sql::Statement kWholeStock{
    "ledger.stock.whole",
    "SELECT series, status, CAST(sum(quantity) AS {integer}) FROM ("
    "SELECT series, status, quantity FROM stock UNION ALL "
    "SELECT series, status, quantity FROM stock_delta) AS part GROUP BY series, status"};

}  // namespace

Result<void> each_of_whole_stock(sql::Connection& connection,
                                 std::function<void(StockLine const&)> const& visit) {
  TAMGA_ASSIGN(rows, connection.query(kWholeStock));
  return rows.each([&](sql::Row const& row) {
    visit({.series = row.as<SeriesNo>(0),
           .status = row.as<CodeStatus>(1),
           .quantity = row.int64(2)});
  });
}

}  // namespace tamga::ledger
