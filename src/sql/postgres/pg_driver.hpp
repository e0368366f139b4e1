// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "sql/driver.hpp"
#include "sql/postgres/pg_parameters.hpp"
#include "sql/store.hpp"
#include "sql/text_hash.hpp"

namespace tamga::sql {

/// One session with a PostgreSQL server. libpq runs in non-blocking mode, so that every wait has a deadline
/// and a batch of any size cannot block both sides on full buffers. Rows arrive one by one (single-row mode).
class PgDriver final : public Driver {
 public:
  static Result<std::unique_ptr<Driver>> open(std::string const& uri, Role role, Options const& options);
  ~PgDriver() override;

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
  bool alive() override;

 private:
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Answer = std::unique_ptr<PGresult, Clear>;

  struct Prepared {
    std::string name;  // on the server
    std::size_t parameters;
  };

  PgDriver(PGconn* connection, Role role, Options const& options);
  Result<void> configure();
  static void on_notice(void* self, PGresult const* notice);

  // Sending: pg_statement.cpp.
  Result<std::reference_wrapper<std::string const>> prepare(Statement const& statement,
                                                            std::span<Value const> values);
  Result<void> send(Statement const& statement, std::string const& prepared);
  Result<void> send_rows(Statement const& statement, std::string const& prepared, Batch const& rows);
  Result<std::int64_t> collect_rows(Statement const& statement, std::size_t count,
                                    std::vector<std::int64_t>* affected);

  // Waiting: pg_session.cpp.
  void set_deadline(Statement const& statement);
  /// The next result of what was sent; null when there is no more. Cancels the statement at its deadline.
  Result<Answer> next_answer();
  /// The last result of what was sent, or the first failed one; the session is idle afterwards.
  Result<Answer> last_answer(std::string_view statement_name);
  /// Moves bytes both ways without waiting.
  Result<void> exchange();
  Result<void> await_socket(bool for_writing);
  Result<void> control(char const* text);
  Error lost();
  Error failure(PGresult const* result, std::string_view statement_name);

  PGconn* connection_;
  Role role_;
  std::chrono::milliseconds default_timeout_;
  std::chrono::steady_clock::time_point deadline_{};
  bool cancelled_ = false;
  bool broken_ = false;
  std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> prepared_;
  std::uint64_t prepared_count_ = 0;
  PgParameters parameters_;
  Answer row_;                  // the current row of the open result
  bool first_pending_ = false;  // start() already fetched the row that the first step() gives
  std::string cursor_name_;
};

}  // namespace tamga::sql
