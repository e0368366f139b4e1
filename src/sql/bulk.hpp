// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/batch.hpp"
#include "sql/connection.hpp"
#include "sql/value.hpp"

namespace tamga::sql {

/// What an overwriting insert makes of a column whose row exists: the new value, or the sum of both
/// (balances).
enum class Merge : std::uint8_t { Replace, Add };

struct Column {
  std::string_view name;
  ColumnKind kind = ColumnKind::Integer;
  Merge merge = Merge::Replace;
};

/// What an insert does with a row whose key exists.
enum class OnExisting : std::uint8_t {
  Fail,       ///< kStoreConflict
  Keep,       ///< leaves the stored row
  Overwrite,  ///< stores the new values, merged as the columns say
};

/// A table that is read and written many rows at a time. It is described once, and each engine gets the
/// statement that suits it: PostgreSQL one with a parameter array per column (unnest), so that a thousand
/// rows are one round trip and, under Citus, one statement per shard; SQLite one prepared statement, stepped
/// a row at a time.
///
///     sql::Bulk const kBlocks("code_block", {{"block"}}, {{"runs", sql::ColumnKind::Blob}}, "version");
///
/// A row of a Batch has the values in the order keys, values, version. Writes need a transaction. Keys of one
/// batch must differ. Names are constants of the program, never input. Safe from any thread; errors as for a
/// statement.
class Bulk {
 public:
  /// `version` names an integer column that guards the row, or is empty.
  Bulk(std::string_view table, std::vector<Column> keys, std::vector<Column> values,
       std::string_view version = {});

  /// Inserts all rows, the version as given; how many rows were written.
  Result<std::int64_t> insert(Connection& connection, Batch const& rows, OnExisting on_existing) const;

  /// Replaces the values of each row whose stored version equals the row's, and raises that version by one.
  /// Returns the positions in the batch, ascending, of the rows that did not match: somebody was faster, or
  /// the row is not there. The others have been written, so a caller who wants all or nothing rolls back.
  Result<std::vector<std::size_t>> update(Connection& connection, Batch const& rows) const;

  /// The rows whose (first) key is in the list, in no particular order: columns keys, values, version.
  Result<Rows> load(Connection& connection, std::span<std::int64_t const> keys) const;

  /// Deletes the rows whose (first) key is in the list; how many there were.
  Result<std::int64_t> remove(Connection& connection, std::span<std::int64_t const> keys) const;

 private:
  struct Texts {
    std::string insert_fail;
    std::string insert_keep;
    std::string insert_overwrite;
    std::string update;
  };
  [[nodiscard]] Texts write_texts(Engine engine) const;
  [[nodiscard]] std::string on_conflict() const;
  [[nodiscard]] std::string column_list() const;
  [[nodiscard]] std::string unnest(bool with_position) const;
  [[nodiscard]] std::string const& insert_text(Engine engine, OnExisting on_existing) const;
  [[nodiscard]] Texts const& texts(Engine engine) const {
    return engine == Engine::Sqlite ? sqlite_ : postgres_;
  }
  Result<void> check(Connection const& connection, Batch const& rows) const;

  std::string table_;
  std::string name_;
  std::vector<Column> columns_;  // keys, values, version
  std::size_t key_count_;
  bool has_version_;
  Texts sqlite_;
  Texts postgres_;
  std::string load_;
  std::string remove_;
};

}  // namespace tamga::sql
