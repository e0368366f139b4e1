// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "base/result.hpp"
#include "sql/value.hpp"

namespace tamga::sql {

class Connection;

/// The current row of a result. Columns count from 0. Text and blobs are borrowed: they live until the next
/// row is asked for. Reading a column as what it is not (an integer of a text, a value of a null) is a bug of
/// the program, never of the data, and throws std::logic_error, which ends as an incident at the thread's
/// boundary.
class Row {
 public:
  [[nodiscard]] std::int64_t int64(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_int64(int column) const;
  [[nodiscard]] std::optional<std::string_view> optional_text(int column) const;
  [[nodiscard]] std::optional<std::string_view> optional_blob(int column) const;
  /// A strong id or enumeration over an integer column.
  template <class T>
  [[nodiscard]] T as(int column) const {
    if constexpr (std::is_enum_v<T>) {
      return static_cast<T>(int64(column));
    } else {
      return T(static_cast<typename T::rep>(int64(column)));
    }
  }

 private:
  friend class Rows;
  Row(Connection const& connection, std::uint64_t turn) : connection_(&connection), turn_(turn) {}
  [[nodiscard]] Value value(int column) const;
  [[nodiscard]] Value value_of(int column, Value::Kind kind) const;

  Connection const* connection_;
  std::uint64_t turn_;
};

/// The rows of a query, read one by one. While it is open its connection runs nothing else.
class Rows {
 public:
  Rows(Rows&& other) noexcept : row_(other.row_), connection_(other.connection_) {
    other.connection_ = nullptr;
  }
  Rows& operator=(Rows&&) = delete;
  ~Rows() { close(); }

  /// Moves to the next row; false after the last. An error ends the result.
  Result<bool> next();
  /// The row `next()` moved to.
  [[nodiscard]] Row const& row() const { return row_; }

  /// Calls `each_row(row)` for all remaining rows. It returns nothing, or a Result<void> whose error stops.
  template <class F>
  Result<void> each(F&& each_row) {
    while (true) {
      TAMGA_ASSIGN(more, next());
      if (!more) return {};
      if constexpr (std::is_void_v<std::invoke_result_t<F, Row const&>>) {
        each_row(row());
      } else {
        TAMGA_TRY(each_row(row()));
      }
    }
  }

  /// Drops the rest, so that the connection is free again.
  void close();

 private:
  friend class Connection;
  Rows(Connection& connection, std::uint64_t turn) : row_(connection, turn), connection_(&connection) {}
  [[nodiscard]] bool is_open() const;

  Row row_;
  Connection* connection_;
};

}  // namespace tamga::sql
