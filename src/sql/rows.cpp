// SPDX-License-Identifier: Apache-2.0
#include "sql/rows.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "sql/connection.hpp"
#include "sql/errors.hpp"

namespace tamga::sql {

Value Row::value(int column) const {
  if (!connection_->rows_open_ || connection_->rows_turn_ != turn_) {
    throw std::logic_error("a column was read after its result was closed");
  }
  return connection_->driver_->column(column);
}

Value Row::value_of(int column, Value::Kind kind) const {
  Value const found = value(column);
  if (found.kind() != kind) {
    throw std::logic_error(fmt::format("column {} is of kind {}, read as {}", column,
                                       static_cast<int>(found.kind()), static_cast<int>(kind)));
  }
  return found;
}

std::int64_t Row::int64(int column) const { return value_of(column, Value::Kind::Integer).integer(); }
std::string_view Row::text(int column) const { return value_of(column, Value::Kind::Text).bytes(); }
std::string_view Row::blob(int column) const { return value_of(column, Value::Kind::Blob).bytes(); }
bool Row::is_null(int column) const { return value(column).is_null(); }

std::optional<std::int64_t> Row::optional_int64(int column) const {
  return is_null(column) ? std::nullopt : std::optional(int64(column));
}
std::optional<std::string_view> Row::optional_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}
std::optional<std::string_view> Row::optional_blob(int column) const {
  return is_null(column) ? std::nullopt : std::optional(blob(column));
}

bool Rows::is_open() const {
  return connection_ != nullptr && connection_->rows_open_ && connection_->rows_turn_ == row_.turn_;
}

Result<bool> Rows::next() {
  if (!is_open()) return fail(Error(kStoreMisuse).log("next() on a result that is closed"));
  auto stepped = connection_->noted(connection_->driver_->step());
  if (!stepped || !*stepped) connection_->close_rows();
  return stepped;
}

void Rows::close() {
  if (is_open()) connection_->close_rows();
}

}  // namespace tamga::sql
