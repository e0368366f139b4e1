// SPDX-License-Identifier: Apache-2.0
#include "sql/postgres/pg_error.hpp"

#include <fmt/format.h>

#include "sql/errors.hpp"

namespace tamga::sql {
namespace {

std::string_view field(PGresult const* result, int code) {
  char const* const text = PQresultErrorField(result, code);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

// The columns of a unique violation are only in its detail, "Key (owner, gtin)=(...) already exists.", in
// whatever language. The values behind them may be personal data and are dropped.
std::string unique_key(PGresult const* result) {
  std::string_view const detail = field(result, PG_DIAG_MESSAGE_DETAIL);
  auto const open = detail.find('(');
  auto const close = detail.find(")=(");
  if (open == std::string_view::npos || close == std::string_view::npos) {
    return std::string(field(result, PG_DIAG_CONSTRAINT_NAME));
  }
  std::string out(field(result, PG_DIAG_TABLE_NAME));
  for (char const c : detail.substr(open, close + 1 - open)) {
    if (c != ' ' && c != '"') out += c;
  }
  return out;
}

std::string other_constraint(PGresult const* result, std::string_view state) {
  if (state == "23503") return "foreign key";
  if (state == "23502") {
    return fmt::format("{}({})", field(result, PG_DIAG_TABLE_NAME), field(result, PG_DIAG_COLUMN_NAME));
  }
  return std::string(field(result, PG_DIAG_CONSTRAINT_NAME));
}

ErrorKind const& kind_of(std::string_view state, Role role) {
  struct Row {
    std::string_view prefix;
    ErrorKind const* kind;
  };
  static constexpr Row kRows[] = {
      {"23505", &kStoreConflict},     // unique_violation
      {"23P01", &kStoreConflict},     // exclusion_violation
      {"40001", &kStoreConflict},     // serialization_failure
      {"40P01", &kStoreConflict},     // deadlock_detected
      {"23", &kStoreConstraint},      // other integrity constraints
      {"22021", &kStoreText},         // character_not_in_repertoire
      {"22P05", &kStoreText},         // untranslatable_character
      {"53100", &kStoreFull},         // disk_full
      {"53", &kStoreBusy},            // out of connections, memory
      {"55P03", &kStoreBusy},         // lock_not_available
      {"57014", &kStoreTimeout},      // query_canceled
      {"57P", &kStoreUnavailable},    // shutdown, crash, cannot connect now
      {"08P01", &kStoreMisuse},       // protocol_violation
      {"08", &kStoreUnavailable},     // connection
      {"26000", &kStoreUnavailable},  // the prepared statement is gone
      {"25P02", &kStoreMisuse},       // in_failed_sql_transaction
  };
  // A writer that finds itself on a read-only server has met a fail-over: the address will follow.
  if (state == "25006") return role == Role::Reader ? kStoreMisuse : kStoreUnavailable;
  for (auto const& row : kRows) {
    if (state.starts_with(row.prefix)) return *row.kind;
  }
  return kStoreFailed;
}

}  // namespace

bool ends_session(std::string_view sqlstate) {
  return sqlstate.empty() || sqlstate.starts_with("57P") || sqlstate.starts_with("08") || sqlstate == "26000";
}

Error pg_error(PGresult const* result, std::string_view statement_name, Role role) {
  auto const state = field(result, PG_DIAG_SQLSTATE);
  // libpq itself reports a broken connection as a result without a state.
  Error error(state.empty() ? kStoreUnavailable : kind_of(state, role));
  if (state == "23505") {
    error.with("constraint", unique_key(result));
  } else if (state.starts_with("23")) {
    error.with("constraint", other_constraint(result, state));
  }
  auto const message =
      state.empty() ? std::string_view(PQresultErrorMessage(result)) : field(result, PG_DIAG_MESSAGE_PRIMARY);
  error.log(fmt::format("{}: postgresql {}: {}", statement_name, state, message));
  return error;
}

}  // namespace tamga::sql
