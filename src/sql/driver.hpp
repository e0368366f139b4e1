// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/batch.hpp"
#include "sql/statement.hpp"
#include "sql/value.hpp"

namespace tamga::sql {

/// Readers see a snapshot and cannot write; writers may do both.
enum class Role : std::uint8_t { Reader, Writer };

/// What happens when the disk lies: after a failed fsync or a corrupt page nothing may be acknowledged any
/// more. Shared by all connections of a store; safe from any thread.
struct FatalSwitch {
  std::function<void(Error const&)> on_fatal;
  std::atomic<bool> thrown{false};

  void throw_once(Error const& error) {
    if (!thrown.exchange(true) && on_fatal) on_fatal(error);
  }
};

/// What an engine does for one connection. Only Connection calls it, and Connection keeps the rules: one open
/// result at a time, no statement after a failed one, parameters checked. One thread at a time.
class Driver {
 public:
  virtual ~Driver() = default;

  /// Runs a statement to its end; how many rows it changed.
  virtual Result<std::int64_t> execute(Statement const& statement, std::span<Value const> values) = 0;
  /// All rows in one go: in the running transaction, or in one of its own. `affected`, when given, gets the
  /// count of each row.
  virtual Result<std::int64_t> batch(Statement const& statement, Batch const& rows,
                                     std::vector<std::int64_t>* affected) = 0;

  /// Runs a statement up to its first row, so that errors and effects come at the same moment on both
  /// engines. `values` may die afterwards.
  virtual Result<void> start(Statement const& statement, std::span<Value const> values) = 0;
  /// The next row is the current one; false after the last.
  virtual Result<bool> step() = 0;
  /// A column of the current row; borrowed until the next step.
  [[nodiscard]] virtual Value column(int index) const = 0;
  /// Drops what is left of the result.
  virtual void finish() = 0;

  /// Several statements without parameters, for the schema.
  virtual Result<void> script(std::string_view text) = 0;

  virtual Result<void> begin() = 0;
  virtual Result<void> commit() = 0;
  /// Ends the transaction if the engine still has one.
  virtual void rollback() = 0;
  virtual Result<void> savepoint() = 0;
  virtual Result<void> release() = 0;
  /// Undoes what happened since the innermost savepoint and forgets it.
  virtual Result<void> rollback_to_savepoint() = 0;

  /// Whether the connection can be used again. Costs no round trip.
  virtual bool alive() = 0;
};

}  // namespace tamga::sql
