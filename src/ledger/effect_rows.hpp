// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "ledger/effects.hpp"
#include "ledger/stock.hpp"
#include "sql/connection.hpp"

namespace tamga::ledger {

/// What one document of a batch did, and its place in the order of application.
struct AppliedDocument {
  DocumentNo document;
  AppliedNo applied;
  Effects effects;
  StockDeltas stock;
};

/// A row of `effect`: the documents of one commit that changed something, and how balances moved.
struct CommitRow {
  AppliedNo applied;  ///< of the last of them
  std::vector<DocumentEffects> documents;
  StockDeltas stock;
};

/// Writes the row of a commit; none when no document changed anything.
Result<void> insert_commit(sql::Connection& connection, std::span<AppliedDocument const> documents,
                           StockDeltas const& stock);

/// Calls `visit` for the commits behind `after` (none: for all), in the order of application.
Result<void> each_commit(sql::Connection& connection, AppliedNo after,
                         std::function<Result<void>(CommitRow&&)> const& visit);

}  // namespace tamga::ledger
