// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>

#include "sql/driver.hpp"
#include "sql/store.hpp"
#include "sql/text_hash.hpp"

namespace tamga::sql {

/// One connection to the file of a SQLite store. Settings and why: docs of the room, README.md.
class SqliteDriver final : public Driver {
 public:
  static Result<std::unique_ptr<Driver>> open(std::string const& file, Role role, Options const& options,
                                              FatalSwitch& fatal);
  ~SqliteDriver() override;

  Result<std::int64_t> execute(Statement const& statement, std::span<Value const> values) override;
  Result<std::int64_t> batch(Statement const& statement, Batch const& rows,
                             std::vector<std::int64_t>* affected) override;
  Result<void> start(Statement const& statement, std::span<Value const> values) override;
  Result<bool> step() override;
  [[nodiscard]] Value column(int index) const override;
  void finish() override;
  Result<void> script(std::string_view text) override;
  Result<void> begin() override;
  Result<void> commit() override;
  void rollback() override;
  Result<void> savepoint() override;
  Result<void> release() override;
  Result<void> rollback_to_savepoint() override;
  bool alive() override { return !fatal_.thrown && sqlite3_get_autocommit(database_) != 0; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;
  enum class Cursor : std::uint8_t { Closed, BeforeFirst, OnRow, Exhausted };
  // Whether SQLite copies text and blobs: a query outlives the caller's values, an execution does not.
  enum class Binding : std::uint8_t { Borrow, Copy };

  SqliteDriver(Role role, Options const& options, FatalSwitch& fatal);
  Result<void> configure();
  Result<void> check_wal();
  Result<sqlite3_stmt*> prepare(Statement const& statement);
  Result<void> bind(Statement const& statement, sqlite3_stmt* prepared, std::span<Value const> values,
                    Binding binding);
  Result<std::int64_t> run(Statement const& statement, sqlite3_stmt* prepared, std::span<Value const> values);
  Result<void> control(std::string_view text);
  void set_deadline(Statement const& statement);
  Error error_of(int code, std::string_view statement_name);
  static int on_progress(void* self);
  // How many virtual-machine steps pass between two looks at the clock: well under a millisecond.
  static constexpr int kStepsPerLook = 4096;

  sqlite3* database_ = nullptr;
  Role role_;
  FatalSwitch& fatal_;
  std::chrono::milliseconds default_timeout_;
  std::chrono::milliseconds wait_;
  std::chrono::steady_clock::time_point deadline_{};
  std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> prepared_;
  sqlite3_stmt* cursor_ = nullptr;
  Cursor cursor_state_ = Cursor::Closed;
  std::string cursor_name_;
};

/// What a SQLite result code means to the caller. `message` is sqlite3_errmsg.
Error sqlite_error(int extended_code, std::string_view message, std::string_view statement_name, Role role);

/// Codes after which nothing may be acknowledged: the disk lost or changed what was written.
bool is_fatal_sqlite_code(int extended_code);

}  // namespace tamga::sql
