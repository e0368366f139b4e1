// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "base/result.hpp"
#include "ledger/ledger.hpp"
#include "sql/connection.hpp"

namespace tamga::ledger {

/// The codes of all participants together, series by series, as the store has them: where memory is the truth, some
/// seconds late. Reads a row for each participant, series and status.
Result<void> each_of_whole_stock(sql::Connection& connection, std::function<void(StockLine const&)> const& visit);

}  // namespace tamga::ledger
