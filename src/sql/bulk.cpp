// SPDX-License-Identifier: Apache-2.0
#include "sql/bulk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sql/errors.hpp"

namespace tamga::sql {
namespace {

// One statement of PostgreSQL takes at most so much: the arrays are built in memory on both sides.
constexpr std::size_t kMaxChunkRows = 8192;
constexpr std::size_t kMaxChunkBytes = 16 * 1024 * 1024;

std::size_t row_bytes(std::span<Value const> row) {
  std::size_t bytes = 0;
  for (Value const& value : row) {
    bool const has_bytes = value.kind() == Value::Kind::Text || value.kind() == Value::Kind::Blob;
    bytes += 12 + (has_bytes ? value.bytes().size() : 0);
  }
  return bytes;
}

// How many rows from `first` on go into one statement; at least one, however large.
std::size_t chunk_size(Batch const& rows, std::size_t first) {
  std::size_t count = 0;
  std::size_t bytes = 0;
  while (first + count < rows.size() && count < kMaxChunkRows) {
    bytes += row_bytes(rows.row(first + count));
    if (count > 0 && bytes > kMaxChunkBytes) break;
    ++count;
  }
  return count;
}

std::vector<ArrayColumn> arrays_of(Batch const& rows, std::vector<Column> const& columns, std::size_t first,
                                   std::size_t count) {
  std::vector<ArrayColumn> arrays;
  arrays.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    arrays.push_back({rows.row(first).data() + i, rows.width(), count, columns[i].kind});
  }
  return arrays;
}

}  // namespace

Result<void> Bulk::check(Connection const& connection, Batch const& rows) const {
  if (rows.width() != columns_.size() || !rows.rectangular()) {
    return fail(Error(kStoreMisuse).log(name_ + ": the rows do not have the columns of the table"));
  }
  // A batch may take several statements; without a transaction a half of it could stay.
  if (!connection.in_transaction()) {
    return fail(Error(kStoreMisuse).log(name_ + ": written outside a transaction"));
  }
  return {};
}

Result<std::int64_t> Bulk::insert(Connection& connection, Batch const& rows, OnExisting on_existing) const {
  TAMGA_TRY(check(connection, rows));
  Statement const statement{name_, insert_text(connection.engine(), on_existing)};
  if (connection.engine() == Engine::Sqlite) return connection.batch(statement, rows);
  std::int64_t written = 0;
  for (std::size_t first = 0; first < rows.size();) {
    auto const count = chunk_size(rows, first);
    auto const arrays = arrays_of(rows, columns_, first, count);
    std::vector<Value> const parameters(arrays.begin(), arrays.end());
    TAMGA_ASSIGN(affected, connection.execute_values(statement, parameters));
    written += affected;
    first += count;
  }
  return written;
}

Result<std::vector<std::size_t>> Bulk::update(Connection& connection, Batch const& rows) const {
  TAMGA_TRY(check(connection, rows));
  if (!has_version_) return fail(Error(kStoreMisuse).log(name_ + ": the table has no version"));
  Statement const statement{name_, texts(connection.engine()).update};
  std::vector<std::size_t> missed;
  if (connection.engine() == Engine::Sqlite) {
    std::vector<std::int64_t> affected;
    TAMGA_TRY(connection.batch(statement, rows, &affected));
    for (std::size_t i = 0; i < affected.size(); ++i) {
      if (affected[i] == 0) missed.push_back(i);
    }
    return missed;
  }
  for (std::size_t first = 0; first < rows.size();) {
    auto const count = chunk_size(rows, first);
    auto const arrays = arrays_of(rows, columns_, first, count);
    std::vector<std::int64_t> positions(count);
    std::iota(positions.begin(), positions.end(), 0);
    std::vector<Value> parameters(arrays.begin(), arrays.end());
    parameters.emplace_back(std::span<std::int64_t const>(positions));
    std::vector<bool> matched(count, false);
    TAMGA_ASSIGN(returned, connection.query_values(statement, parameters));
    TAMGA_TRY(returned.each([&](Row const& row) { matched[static_cast<std::size_t>(row.int64(0))] = true; }));
    for (std::size_t i = 0; i < count; ++i) {
      if (!matched[i]) missed.push_back(first + i);
    }
    first += count;
  }
  return missed;
}

Result<Rows> Bulk::load(Connection& connection, std::span<std::int64_t const> keys) const {
  return connection.query(Statement{name_, load_}, keys);
}

Result<std::int64_t> Bulk::remove(Connection& connection, std::span<std::int64_t const> keys) const {
  return connection.execute(Statement{name_, remove_}, keys);
}

}  // namespace tamga::sql
