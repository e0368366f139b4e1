// SPDX-License-Identifier: Apache-2.0
// Opening, waiting and transactions of a PostgreSQL session; statements are in pg_statement.cpp.
#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <optional>

#include "base/log.hpp"
#include "sql/errors.hpp"
#include "sql/postgres/pg_driver.hpp"
#include "sql/postgres/pg_error.hpp"

namespace tamga::sql {
namespace {

// How long a cancelled statement may take to end before the session is given up.
constexpr std::chrono::seconds kCancelGrace{5};

}  // namespace

PgDriver::PgDriver(PGconn* connection, Role role, Options const& options)
    : connection_(connection), role_(role), default_timeout_(options.statement_timeout) {}

PgDriver::~PgDriver() { PQfinish(connection_); }

Result<std::unique_ptr<Driver>> PgDriver::open(std::string const& uri, Role role, Options const& options) {
  auto const seconds = std::max<std::int64_t>(2, options.wait.count() / 1000);
  std::string const connect_timeout = std::to_string(seconds);
  // What stands before the URI may be overridden by it, what stands behind may not.
  char const* const keys[] = {"connect_timeout", "tcp_user_timeout", "application_name",
                              "dbname",          "client_encoding",  nullptr};
  char const* const values[] = {connect_timeout.c_str(), "10000", "tamga", uri.c_str(), "UTF8", nullptr};
  std::unique_ptr<PgDriver> driver(new PgDriver(PQconnectdbParams(keys, values, 1), role, options));
  if (driver->connection_ == nullptr)
    return fail(Error(kStoreFailed).log("postgresql: no memory to connect"));
  TAMGA_TRY(driver->configure());
  return std::unique_ptr<Driver>(std::move(driver));
}

Result<void> PgDriver::configure() {
  if (PQstatus(connection_) != CONNECTION_OK) return fail(lost());
  PQsetNoticeReceiver(connection_, &PgDriver::on_notice, this);
  if (PQsetnonblocking(connection_, 1) != 0) return fail(lost());
  // Compiling queries at run time helps reports of minutes and delays everything we run.
  TAMGA_TRY(control("SET jit = off"));
  if (role_ == Role::Reader) TAMGA_TRY(control("SET default_transaction_read_only = on"));
  return {};
}

// What a server says without being asked: remarks, and, to an idle session, that it is being closed.
void PgDriver::on_notice(void* self, PGresult const* notice) {
  char const* const text = PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY);
  char const* const state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
  log::write(log::Level::Debug, "postgresql_notice", {{"text", text == nullptr ? "" : text}});
  if (state != nullptr && ends_session(state)) static_cast<PgDriver*>(self)->broken_ = true;
}

Error PgDriver::lost() {
  broken_ = true;
  return Error(kStoreUnavailable).log(fmt::format("postgresql: {}", PQerrorMessage(connection_)));
}

Error PgDriver::failure(PGresult const* result, std::string_view statement_name) {
  char const* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  Error error = pg_error(result, statement_name, role_);
  std::string_view const code = state == nullptr ? "" : state;
  // 0A000 from a prepared statement: "cached plan must not change result type", the schema has changed.
  // 25006: a writer on a read-only server has met a fail-over, and must connect anew to follow it.
  if (ends_session(code) || code == "0A000" || (code == "25006" && role_ == Role::Writer)) broken_ = true;
  return error;
}

void PgDriver::set_deadline(Statement const& statement) {
  auto const timeout = statement.timeout.count() > 0 ? statement.timeout : default_timeout_;
  deadline_ = std::chrono::steady_clock::now() + timeout;
  cancelled_ = false;
}

Result<void> PgDriver::await_socket(bool for_writing) {
  pollfd watched{PQsocket(connection_), static_cast<short>(POLLIN | (for_writing ? POLLOUT : 0)), 0};
  auto const left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now()).count();
  int const ready = left > 0 ? poll(&watched, 1, static_cast<int>(std::min<std::int64_t>(left, 60000))) : 0;
  if (ready != 0 || left > 60000) return {};
  if (cancelled_) return fail(lost());
  cancelled_ = true;
  deadline_ = std::chrono::steady_clock::now() + kCancelGrace;
  char reason[256];
  std::unique_ptr<PGcancel, void (*)(PGcancel*)> const cancel(PQgetCancel(connection_), &PQfreeCancel);
  if (!cancel || PQcancel(cancel.get(), reason, sizeof reason) == 0) return fail(lost());
  return {};
}

Result<void> PgDriver::exchange() {
  if (PQflush(connection_) < 0 || PQconsumeInput(connection_) == 0) return fail(lost());
  return {};
}

Result<PgDriver::Answer> PgDriver::next_answer() {
  while (true) {
    int const unsent = PQflush(connection_);
    // A server that closes tells why before it does; what it said is read even if sending failed.
    if (PQisBusy(connection_) == 0) return Answer(PQgetResult(connection_));
    if (unsent < 0) PQconsumeInput(connection_);
    if (unsent < 0 && PQisBusy(connection_) != 0) return fail(lost());
    TAMGA_TRY(await_socket(unsent == 1));
    if (PQconsumeInput(connection_) == 0 && PQisBusy(connection_) != 0) return fail(lost());
  }
}

Result<PgDriver::Answer> PgDriver::last_answer(std::string_view statement_name) {
  Answer last;
  std::optional<Error> error;
  while (true) {
    TAMGA_ASSIGN(answer, next_answer());
    if (!answer) break;
    auto const status = PQresultStatus(answer.get());
    if (!error && (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)) {
      error = failure(answer.get(), statement_name);
    }
    last = std::move(answer);
    if (PQstatus(connection_) == CONNECTION_BAD) break;
  }
  if (error) return fail(std::move(*error));
  if (!last) return fail(lost());
  return last;
}

Result<void> PgDriver::control(char const* text) {
  set_deadline(Statement{text, text});
  if (PQsendQuery(connection_, text) == 0) return fail(lost());
  TAMGA_TRY(last_answer(text));
  return {};
}

Result<void> PgDriver::script(std::string_view text) {
  std::string const owned(text);
  // A migration may rewrite a large table: it is not held to the time of a statement.
  set_deadline(Statement{"script", {}, std::chrono::hours(24)});
  if (PQsendQuery(connection_, owned.c_str()) == 0) return fail(lost());
  TAMGA_TRY(last_answer("script"));
  return {};
}

Result<void> PgDriver::begin() {
  return control(role_ == Role::Writer ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

Result<void> PgDriver::commit() {
  set_deadline(Statement{"COMMIT", {}});
  if (PQsendQuery(connection_, "COMMIT") == 0) return fail(lost());
  auto answer = last_answer("COMMIT");
  if (!answer) {
    // Only an error that the living server reports says that nothing was committed.
    if (broken_ || answer.error().is(kStoreTimeout)) {
      return fail(Error(kStoreCommitUnknown).log(answer.error().log_detail()));
    }
    return fail(std::move(answer).error());
  }
  // COMMIT of a transaction in which something failed is answered with ROLLBACK, and no error.
  if (std::string_view(PQcmdStatus(answer->get())) != "COMMIT") {
    return fail(Error(kStoreFailed).log("postgresql: the server rolled back instead of committing"));
  }
  return {};
}

void PgDriver::rollback() {
  if (broken_ || PQtransactionStatus(connection_) == PQTRANS_IDLE) return;
  if (!control("ROLLBACK")) broken_ = true;
}

Result<void> PgDriver::savepoint() { return control("SAVEPOINT s"); }
Result<void> PgDriver::release() { return control("RELEASE s"); }
Result<void> PgDriver::rollback_to_savepoint() {
  if (broken_) return fail(Error(kStoreUnavailable).log("postgresql: the session has ended"));
  return control("ROLLBACK TO s; RELEASE s");
}

bool PgDriver::alive() {
  if (broken_ || PQstatus(connection_) != CONNECTION_OK) return false;
  if (PQtransactionStatus(connection_) != PQTRANS_IDLE) return false;
  // An idle server says nothing, except when it hangs up.
  pollfd watched{PQsocket(connection_), POLLIN, 0};
  while (poll(&watched, 1, 0) > 0) {
    if (PQconsumeInput(connection_) == 0 || PQstatus(connection_) != CONNECTION_OK) return false;
    PQisBusy(connection_);  // reads what came in, which may be on_notice
    if (broken_) return false;
  }
  return true;
}

}  // namespace tamga::sql
