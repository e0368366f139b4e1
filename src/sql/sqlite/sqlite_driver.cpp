// SPDX-License-Identifier: Apache-2.0
#include "sql/sqlite/sqlite_driver.hpp"

#include <fmt/format.h>

#include <charconv>

#include "sql/dialect.hpp"
#include "sql/errors.hpp"

namespace tamga::sql {
namespace {

std::string json_list(std::span<std::int64_t const> keys) {
  std::string out = "[";
  out.reserve(keys.size() * 20 + 2);
  char digits[24];
  for (std::int64_t const key : keys) {
    if (out.size() > 1) out += ',';
    auto const end = std::to_chars(std::begin(digits), std::end(digits), key).ptr;
    out.append(digits, end);
  }
  return out + "]";
}

}  // namespace

Result<sqlite3_stmt*> SqliteDriver::prepare(Statement const& statement) {
  if (fatal_.thrown) return fail(Error(kStoreFailed).log("the disk failed before; the process has to stop"));
  auto const known = prepared_.find(statement.text);
  if (known != prepared_.end()) return known->second.get();
  if (prepared_.size() >= kMaxPreparedStatements) prepared_.clear();
  TAMGA_ASSIGN(translation, translate(statement.text, Engine::Sqlite));
  std::string const& text = translation.text;
  sqlite3_stmt* made = nullptr;
  char const* tail = nullptr;
  int const code = sqlite3_prepare_v3(database_, text.data(), static_cast<int>(text.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, &tail);
  Prepared owned(made);
  if (code != SQLITE_OK) return fail(error_of(code, statement.name));
  std::string_view const rest(tail, static_cast<std::size_t>(text.data() + text.size() - tail));
  if (made == nullptr || rest.find_first_not_of(" \n\t;") != std::string_view::npos) {
    return fail(Error(kStoreMisuse).log(std::string(statement.name) + ": not exactly one statement"));
  }
  prepared_.emplace(statement.text, std::move(owned));
  return made;
}

Result<void> SqliteDriver::bind(Statement const& statement, sqlite3_stmt* prepared,
                                std::span<Value const> values, Binding binding) {
  if (static_cast<std::size_t>(sqlite3_bind_parameter_count(prepared)) != values.size()) {
    return fail(Error(kStoreMisuse)
                    .log(fmt::format("{}: {} parameters given, {} expected", statement.name, values.size(),
                                     sqlite3_bind_parameter_count(prepared))));
  }
  auto const destructor = binding == Binding::Copy ? SQLITE_TRANSIENT : SQLITE_STATIC;
  for (std::size_t i = 0; i < values.size(); ++i) {
    Value const& value = values[i];
    int const at = static_cast<int>(i) + 1;
    int code = SQLITE_OK;
    switch (value.kind()) {
      case Value::Kind::Null:
        code = sqlite3_bind_null(prepared, at);
        break;
      case Value::Kind::Integer:
        code = sqlite3_bind_int64(prepared, at, value.integer());
        break;
      case Value::Kind::Text: {
        // An empty view may have no address, and SQLite takes a null pointer for NULL.
        auto const text = value.bytes();
        code = sqlite3_bind_text64(prepared, at, text.empty() ? "" : text.data(), text.size(), destructor,
                                   SQLITE_UTF8);
        break;
      }
      case Value::Kind::Blob: {
        auto const blob = value.bytes();
        code = sqlite3_bind_blob64(prepared, at, blob.empty() ? "" : blob.data(), blob.size(), destructor);
        break;
      }
      case Value::Kind::Keys: {
        auto const list = json_list(value.keys());
        code = sqlite3_bind_text64(prepared, at, list.data(), list.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        break;
      }
      case Value::Kind::Column:
      case Value::Kind::Unsupported:
        return fail(
            Error(kStoreMisuse).log(std::string(statement.name) + ": SQLite takes no such parameter"));
    }
    if (code != SQLITE_OK) return fail(error_of(code, statement.name));
  }
  return {};
}

void SqliteDriver::set_deadline(Statement const& statement) {
  auto const timeout = statement.timeout.count() > 0 ? statement.timeout : default_timeout_;
  deadline_ = std::chrono::steady_clock::now() + timeout;
}

int SqliteDriver::on_progress(void* self) {
  return std::chrono::steady_clock::now() > static_cast<SqliteDriver*>(self)->deadline_ ? 1 : 0;
}

Error SqliteDriver::error_of(int code, std::string_view statement_name) {
  int const extended = code == SQLITE_OK ? code : sqlite3_extended_errcode(database_);
  Error error = sqlite_error(extended, sqlite3_errmsg(database_), statement_name, role_);
  if (is_fatal_sqlite_code(extended)) fatal_.throw_once(error);
  return error;
}

Result<std::int64_t> SqliteDriver::run(Statement const& statement, sqlite3_stmt* prepared,
                                       std::span<Value const> values) {
  TAMGA_TRY(bind(statement, prepared, values, Binding::Borrow));
  auto const changes_before = sqlite3_total_changes64(database_);
  int code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = sqlite3_step(prepared);
  if (code != SQLITE_DONE) {
    Error error = error_of(code, statement.name);
    sqlite3_reset(prepared);
    return fail(std::move(error));
  }
  // changes() keeps the count of an earlier statement when this one could not change rows.
  auto const changed =
      sqlite3_total_changes64(database_) == changes_before ? 0 : sqlite3_changes64(database_);
  sqlite3_reset(prepared);
  return changed;
}

Result<std::int64_t> SqliteDriver::execute(Statement const& statement, std::span<Value const> values) {
  set_deadline(statement);
  TAMGA_ASSIGN(prepared, prepare(statement));
  return run(statement, prepared, values);
}

Result<std::int64_t> SqliteDriver::batch(Statement const& statement, Batch const& rows,
                                         std::vector<std::int64_t>* affected) {
  bool const alone = sqlite3_get_autocommit(database_) != 0;
  if (alone) TAMGA_TRY(begin());
  set_deadline(statement);
  auto const all = [&]() -> Result<std::int64_t> {
    TAMGA_ASSIGN(prepared, prepare(statement));
    std::int64_t total = 0;
    if (affected != nullptr) affected->reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      TAMGA_ASSIGN(changed, run(statement, prepared, rows.row(i)));
      total += changed;
      if (affected != nullptr) affected->push_back(changed);
    }
    return total;
  };
  auto total = all();
  if (alone && total) {
    if (auto committed = commit(); !committed) total = fail(std::move(committed).error());
  }
  if (alone && !total) rollback();
  return total;
}

Result<void> SqliteDriver::start(Statement const& statement, std::span<Value const> values) {
  set_deadline(statement);
  TAMGA_ASSIGN(prepared, prepare(statement));
  TAMGA_TRY(bind(statement, prepared, values, Binding::Copy));
  int const code = sqlite3_step(prepared);
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    Error error = error_of(code, statement.name);
    sqlite3_reset(prepared);
    return fail(std::move(error));
  }
  cursor_ = prepared;
  cursor_name_ = statement.name;
  cursor_state_ = code == SQLITE_ROW ? Cursor::BeforeFirst : Cursor::Exhausted;
  return {};
}

Result<bool> SqliteDriver::step() {
  if (cursor_state_ == Cursor::BeforeFirst) {
    cursor_state_ = Cursor::OnRow;
    return true;
  }
  if (cursor_state_ != Cursor::OnRow) return false;
  int const code = sqlite3_step(cursor_);
  if (code == SQLITE_ROW) return true;
  cursor_state_ = Cursor::Exhausted;
  if (code == SQLITE_DONE) return false;
  return fail(error_of(code, cursor_name_));
}

Value SqliteDriver::column(int index) const {
  switch (cursor_state_ == Cursor::OnRow ? sqlite3_column_type(cursor_, index) : SQLITE_FLOAT) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return sqlite3_column_int64(cursor_, index);
    case SQLITE_TEXT: {
      auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(cursor_, index));
      return std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(cursor_, index)));
    }
    case SQLITE_BLOB: {
      auto const* bytes = static_cast<char const*>(sqlite3_column_blob(cursor_, index));
      return Blob{{bytes, static_cast<std::size_t>(sqlite3_column_bytes(cursor_, index))}};
    }
    default:
      return Value::unsupported();
  }
}

void SqliteDriver::finish() {
  if (cursor_ != nullptr) sqlite3_reset(cursor_);
  cursor_ = nullptr;
  cursor_state_ = Cursor::Closed;
}

}  // namespace tamga::sql
