// SPDX-License-Identifier: Apache-2.0
#include "sql/turn.hpp"

#include <xxhash.h>

#include <bit>
#include <cstdint>

namespace tamga::sql {
namespace {

constexpr Statement kTakeTurn{"sql.turn", "SELECT CAST(pg_advisory_xact_lock($1) AS TEXT)"};

}  // namespace

Result<void> take_turn(Connection& connection, Turn turn) {
  if (connection.engine() == Engine::Sqlite) return {};
  auto const number = std::bit_cast<std::int64_t>(XXH3_64bits(turn.name.data(), turn.name.size()));
  TAMGA_ASSIGN(rows, connection.query(kTakeTurn, number));
  return rows.each([](Row const&) {});
}

}  // namespace tamga::sql
