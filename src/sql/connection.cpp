// SPDX-License-Identifier: Apache-2.0
#include "sql/connection.hpp"

#include "sql/dialect.hpp"
#include "sql/errors.hpp"
#include "sql/text_rule.hpp"

namespace tamga::sql {
namespace {

Error misuse(Statement const& statement, std::string_view what) {
  return Error(kStoreMisuse).log(std::string(statement.name) + ": " + std::string(what));
}

}  // namespace

Connection::Connection(Engine engine, Role role, std::unique_ptr<Driver> driver)
    : engine_(engine), role_(role), driver_(std::move(driver)) {}

Connection::~Connection() { reset(); }

Result<void> Connection::check_ready(Statement const& statement) const {
  if (rows_open_) return fail(misuse(statement, "another result of this connection is still open"));
  if (spoiled_) return fail(misuse(statement, "a statement of this transaction failed: roll back first"));
  return {};
}

Result<void> Connection::check_values(Statement const& statement, std::span<Value const> values) const {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].kind() == Value::Kind::Text && !is_storable_text(values[i].bytes())) {
      return fail(
          Error(kStoreText).log(std::string(statement.name) + ": parameter " + std::to_string(i + 1)));
    }
    if (values[i].kind() == Value::Kind::Unsupported) {
      return fail(misuse(statement, "a parameter of no storable kind"));
    }
  }
  return {};
}

Result<std::int64_t> Connection::execute_values(Statement const& statement, std::span<Value const> values) {
  TAMGA_TRY(check_ready(statement));
  TAMGA_TRY(check_values(statement, values));
  return noted(driver_->execute(statement, values));
}

Result<Rows> Connection::query_values(Statement const& statement, std::span<Value const> values) {
  TAMGA_TRY(check_ready(statement));
  TAMGA_TRY(check_values(statement, values));
  TAMGA_TRY(noted(driver_->start(statement, values)));
  rows_open_ = true;
  return Rows(*this, ++rows_turn_);
}

Result<std::int64_t> Connection::batch(Statement const& statement, Batch const& rows,
                                       std::vector<std::int64_t>* affected) {
  TAMGA_TRY(check_ready(statement));
  if (!rows.rectangular()) return fail(misuse(statement, "the rows of the batch differ in width"));
  if (affected != nullptr) affected->clear();
  if (rows.empty()) return 0;
  for (std::size_t i = 0; i < rows.size(); ++i) TAMGA_TRY(check_values(statement, rows.row(i)));
  return noted(driver_->batch(statement, rows, affected));
}

Result<void> Connection::script(std::string_view text) {
  TAMGA_TRY(check_ready(Statement{"script", {}}));
  TAMGA_ASSIGN(translated, translate(text, engine_));
  return noted(driver_->script(translated.text));
}

void Connection::close_rows() {
  driver_->finish();
  rows_open_ = false;
}

void Connection::roll_back() {
  if (rows_open_) close_rows();
  driver_->rollback();
  depth_ = 0;
  spoiled_ = false;
}

bool Connection::reset() {
  if (rows_open_) close_rows();
  if (depth_ > 0) roll_back();
  return driver_->alive();
}

}  // namespace tamga::sql
