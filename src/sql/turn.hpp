// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "sql/connection.hpp"

namespace tamga::sql {

/// What only one transaction of a store does at a time: taking the next number of a row, folding sums. The
/// name is declared once, as a constant of the room that needs it, and begins with the room's name.
struct Turn {
  std::string_view name;
};

/// Waits until no other transaction has this turn and keeps it until the surrounding one ends; taking it
/// again within is free. A statement after it sees what the transaction before has committed. On SQLite the
/// one write transaction is the turn already. Whoever takes several takes them in one order everywhere.
/// Errors: those of a statement, STORE_TIMEOUT when it waited too long.
Result<void> take_turn(Connection& connection, Turn turn);

}  // namespace tamga::sql
