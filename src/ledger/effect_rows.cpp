// SPDX-License-Identifier: Apache-2.0
#include "ledger/effect_rows.hpp"

#include <chrono>

#include "sql/statement.hpp"

namespace tamga::ledger {
namespace {

constexpr sql::Statement kInsert{"ledger.effect.insert",
                                 "INSERT INTO effect (applied, effects, stock) VALUES ($1, $2, $3)"};
constexpr sql::Statement kAfter{
    "ledger.effects.after", "SELECT applied, effects, stock FROM effect WHERE applied > $1 ORDER BY applied",
    std::chrono::hours(24)};

}  // namespace

Result<void> insert_commit(sql::Connection& connection, std::span<AppliedDocument const> documents,
                           StockDeltas const& stock) {
  CommitEffects commit;
  for (AppliedDocument const& one : documents)
    if (!one.effects.changes.empty()) commit.add(one.document, one.effects);
  if (commit.empty()) return {};
  std::string const effects = std::move(commit).finish();
  std::string balances;
  stock.encode(balances);
  TAMGA_TRY(connection.execute(kInsert, documents.back().applied, sql::Blob{effects}, sql::Blob{balances}));
  return {};
}

Result<void> each_commit(sql::Connection& connection, AppliedNo after,
                         std::function<Result<void>(CommitRow&&)> const& visit) {
  TAMGA_ASSIGN(rows, connection.query(kAfter, after));
  return rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(documents, CommitEffects::decode(row.blob(1)));
    ByteReader stock(row.blob(2));
    return visit({row.as<AppliedNo>(0), std::move(documents), StockDeltas::decode(stock)});
  });
}

}  // namespace tamga::ledger
