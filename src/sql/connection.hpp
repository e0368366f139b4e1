// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.hpp"
#include "sql/batch.hpp"
#include "sql/driver.hpp"
#include "sql/rows.hpp"
#include "sql/statement.hpp"
#include "sql/value.hpp"

namespace tamga::sql {

/// One session with the store, leased from a Store. It behaves alike on both engines, the stricter of the two
/// deciding:
///  - one open result (Rows) at a time; it closes after its last row or with its Rows object;
///  - a failed statement spoils the transaction: until it, or the savepoint around it, is rolled back,
///  everything
///    else is kStoreMisuse;
///  - a reader refuses writes; outside a Transaction every statement stands alone.
/// Used by one thread at a time. Errors: see errors.hpp; `log_detail` names the statement.
class Connection {
 public:
  Connection(Engine engine, Role role, std::unique_ptr<Driver> driver);
  ~Connection();
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  [[nodiscard]] Engine engine() const { return engine_; }
  [[nodiscard]] Role role() const { return role_; }
  [[nodiscard]] bool in_transaction() const { return depth_ > 0; }

  /// Runs a statement that returns no rows; how many rows it changed.
  template <class... Args>
  Result<std::int64_t> execute(Statement const& statement, Args const&... args) {
    std::array<Value, sizeof...(Args)> const values{Value(args)...};
    return execute_values(statement, values);
  }
  Result<std::int64_t> execute_values(Statement const& statement, std::span<Value const> values);

  /// Runs a statement that returns rows. They are read from the engine one by one, so a result of any size
  /// takes the memory of a row.
  template <class... Args>
  Result<Rows> query(Statement const& statement, Args const&... args) {
    std::array<Value, sizeof...(Args)> const values{Value(args)...};
    return query_values(statement, values);
  }
  Result<Rows> query_values(Statement const& statement, std::span<Value const> values);

  /// What `read` makes of the first row, or nothing when there is none:
  /// `connection.find(kLotOf, [](Row const& row) { return row.int64(0); }, lot)`. It must not keep what the
  /// row lends.
  template <class Read, class... Args>
  auto find(Statement const& statement, Read&& read, Args const&... args)
      -> Result<std::optional<std::invoke_result_t<Read, Row const&>>> {
    using Found = std::optional<std::invoke_result_t<Read, Row const&>>;
    TAMGA_ASSIGN(rows, query(statement, args...));
    TAMGA_ASSIGN(found, rows.next());
    return found ? Found(read(rows.row())) : Found();
  }

  /// One statement for many rows of parameters, in one round trip; all of them or none. The sum of changed
  /// rows; `affected`, when given, gets the count of each row in order.
  Result<std::int64_t> batch(Statement const& statement, Batch const& rows,
                             std::vector<std::int64_t>* affected = nullptr);

  /// Several statements without parameters, in the dialect of dialect.hpp. For the schema and tests only.
  Result<void> script(std::string_view text);

  /// Ends what a careless user left open; whether the connection may be used again. For the pool.
  bool reset();

 private:
  friend class Rows;
  friend class Row;
  friend class Transaction;
  friend class Savepoint;

  Result<void> check_ready(Statement const& statement) const;
  Result<void> check_values(Statement const& statement, std::span<Value const> values) const;
  template <class T>
  Result<T> noted(Result<T> result) {
    if (!result) spoiled_ = depth_ > 0;
    return result;
  }
  void close_rows();
  void roll_back();

  Engine engine_;
  Role role_;
  std::unique_ptr<Driver> driver_;
  int depth_ = 0;                // 0 outside, 1 in a transaction, more in savepoints
  bool spoiled_ = false;         // a statement of the transaction failed
  bool rows_open_ = false;       // a result is being read
  std::uint64_t rows_turn_ = 0;  // tells the open result from those closed before
};

}  // namespace tamga::sql
