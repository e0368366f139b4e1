// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "sql/connection.hpp"

namespace tamga::ledger {

/// What a verification went through.
struct Verification {
  std::int64_t blocks = 0;
  std::int64_t codes = 0;
  std::int64_t events = 0;
  std::int64_t documents = 0;
};

/// Rebuilds every block from the effects of the documents named in its history and compares it with the
/// stored bytes; proves that every effect is in a history and the other way round; adds up the runs and
/// compares them with the balances. Reads a settled ledger (`Ledger::settle(..., true)`) within one
/// transaction. The first difference is kLedgerDamaged with block or owner in its log text. Memory: a block
/// and a document at a time.
Result<Verification> verify(sql::Connection& connection);

}  // namespace tamga::ledger
