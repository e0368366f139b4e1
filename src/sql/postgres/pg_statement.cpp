// SPDX-License-Identifier: Apache-2.0
// Statements, results and batches of a PostgreSQL session.
#include <fmt/format.h>

#include <charconv>
#include <functional>
#include <optional>

#include "sql/dialect.hpp"
#include "sql/errors.hpp"
#include "sql/postgres/pg_column.hpp"
#include "sql/postgres/pg_driver.hpp"

namespace tamga::sql {
namespace {

constexpr int kBinaryResult = 1;
// Rows put into libpq's buffer before it is emptied and the answers are taken off the socket.
constexpr std::size_t kRowsPerExchange = 64;

std::int64_t affected_rows(PGresult* answer) {
  std::string_view const digits = PQcmdTuples(answer);
  std::int64_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

Error wrong_count(Statement const& statement, std::size_t given) {
  return Error(kStoreMisuse).log(fmt::format("{}: {} parameters do not fit", statement.name, given));
}

}  // namespace

Result<std::reference_wrapper<std::string const>> PgDriver::prepare(Statement const& statement,
                                                                    std::span<Value const> values) {
  if (broken_) return fail(Error(kStoreUnavailable).log("postgresql: the session has ended"));
  parameters_.set(values);
  auto const known = prepared_.find(statement.text);
  if (known != prepared_.end()) {
    if (known->second.parameters != values.size()) return fail(wrong_count(statement, values.size()));
    return std::cref(known->second.name);
  }
  if (prepared_.size() >= kMaxPreparedStatements) {
    TAMGA_TRY(control("DEALLOCATE ALL"));
    prepared_.clear();
  }
  TAMGA_ASSIGN(translation, translate(statement.text, Engine::Postgres));
  if (translation.parameters != values.size()) return fail(wrong_count(statement, values.size()));
  std::string name = fmt::format("t{}", ++prepared_count_);
  if (PQsendPrepare(connection_, name.c_str(), translation.text.c_str(), parameters_.count(),
                    parameters_.types()) == 0) {
    return fail(lost());
  }
  TAMGA_TRY(last_answer(statement.name));
  auto const made = prepared_.emplace(statement.text, Prepared{std::move(name), translation.parameters});
  return std::cref(made.first->second.name);
}

Result<void> PgDriver::send(Statement const& statement, std::string const& prepared) {
  if (parameters_.oversized()) {
    return fail(Error(kStoreMisuse).log(std::string(statement.name) + ": a parameter is too large"));
  }
  if (PQsendQueryPrepared(connection_, prepared.c_str(), parameters_.count(), parameters_.values(),
                          parameters_.lengths(), parameters_.formats(), kBinaryResult) == 0) {
    return fail(lost());
  }
  return {};
}

Result<std::int64_t> PgDriver::execute(Statement const& statement, std::span<Value const> values) {
  set_deadline(statement);
  TAMGA_ASSIGN(prepared, prepare(statement, values));
  TAMGA_TRY(send(statement, prepared));
  TAMGA_ASSIGN(answer, last_answer(statement.name));
  // The tag of SELECT counts rows too, but those were not changed.
  return PQresultStatus(answer.get()) == PGRES_COMMAND_OK ? affected_rows(answer.get()) : 0;
}

Result<void> PgDriver::start(Statement const& statement, std::span<Value const> values) {
  set_deadline(statement);
  TAMGA_ASSIGN(prepared, prepare(statement, values));
  TAMGA_TRY(send(statement, prepared));
  if (PQsetSingleRowMode(connection_) == 0) return fail(lost());
  cursor_name_ = statement.name;
  TAMGA_ASSIGN(found, step());
  first_pending_ = found;
  return {};
}

Result<bool> PgDriver::step() {
  if (first_pending_) {
    first_pending_ = false;
    return true;
  }
  // After the last row there is nothing to wait for.
  if (PQtransactionStatus(connection_) != PQTRANS_ACTIVE) return false;
  TAMGA_ASSIGN(answer, next_answer());
  if (answer && PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE) {
    row_ = std::move(answer);
    return true;
  }
  row_.reset();
  if (answer && PQresultStatus(answer.get()) == PGRES_FATAL_ERROR) {
    Error error = failure(answer.get(), cursor_name_);
    finish();
    return fail(std::move(error));
  }
  finish();
  return false;
}

Value PgDriver::column(int index) const {
  return row_ && !first_pending_ ? decode_pg_column(row_.get(), 0, index) : Value::unsupported();
}

void PgDriver::finish() {
  row_.reset();
  first_pending_ = false;
  while (!broken_ && PQtransactionStatus(connection_) == PQTRANS_ACTIVE) {
    auto const answer = next_answer();
    if (!answer || !*answer) break;
  }
}

Result<void> PgDriver::send_rows(Statement const& statement, std::string const& prepared, Batch const& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    parameters_.set(rows.row(i));
    TAMGA_TRY(send(statement, prepared));
    if (i % kRowsPerExchange == kRowsPerExchange - 1) TAMGA_TRY(exchange());
  }
  if (PQpipelineSync(connection_) == 0) return fail(lost());
  return {};
}

// One result and one end mark per row, then the answer to the sync. After an error the server skips the rest.
Result<std::int64_t> PgDriver::collect_rows(Statement const& statement, std::size_t count,
                                            std::vector<std::int64_t>* affected) {
  std::int64_t total = 0;
  std::optional<Error> error;
  bool synced = false;
  if (affected != nullptr) affected->reserve(count);
  while (!synced) {
    TAMGA_ASSIGN(answer, next_answer());
    if (!answer) {
      if (PQstatus(connection_) != CONNECTION_OK) break;
      continue;
    }
    switch (PQresultStatus(answer.get())) {
      case PGRES_PIPELINE_SYNC:
        synced = true;
        break;
      case PGRES_COMMAND_OK:
        total += affected_rows(answer.get());
        if (affected != nullptr) affected->push_back(affected_rows(answer.get()));
        break;
      case PGRES_TUPLES_OK:
        if (affected != nullptr) affected->push_back(0);
        break;
      case PGRES_PIPELINE_ABORTED:
        break;
      default:
        if (!error) error = failure(answer.get(), statement.name);
        break;
    }
  }
  if (error) return fail(std::move(*error));
  if (!synced) return fail(lost());
  return total;
}

Result<std::int64_t> PgDriver::batch(Statement const& statement, Batch const& rows,
                                     std::vector<std::int64_t>* affected) {
  set_deadline(statement);
  TAMGA_ASSIGN(prepared, prepare(statement, rows.row(0)));
  if (PQenterPipelineMode(connection_) == 0) return fail(lost());
  auto total = [&]() -> Result<std::int64_t> {
    TAMGA_TRY(send_rows(statement, prepared, rows));
    return collect_rows(statement, rows.size(), affected);
  }();
  // Whatever is left in the pipeline could be taken for the answer to the next statement.
  if (PQexitPipelineMode(connection_) == 0) broken_ = true;
  return total;
}

}  // namespace tamga::sql
