// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sql/errors.hpp"
#include "sql/sqlite/sqlite_driver.hpp"

namespace tamga::sql {
namespace {

// "UNIQUE constraint failed: lot.owner, lot.gtin" -> "lot(owner,gtin)"; anything else as it stands.
std::string constraint_of(std::string_view message) {
  constexpr std::string_view kMark = "constraint failed: ";
  auto const mark = message.find(kMark);
  if (mark == std::string_view::npos) return {};
  std::string_view rest = message.substr(mark + kMark.size());
  auto const dot = rest.find('.');
  if (dot == std::string_view::npos || rest.find(' ') < dot) return std::string(rest);
  std::string const table(rest.substr(0, dot));
  std::string out = table + "(";
  while (true) {
    auto const comma = rest.find(", ");
    std::string_view const name = rest.substr(0, comma);
    auto const name_dot = name.find('.');
    if (name_dot == std::string_view::npos) return std::string(rest);
    out += name.substr(name_dot + 1);
    if (comma == std::string_view::npos) return out + ")";
    out += ',';
    rest = rest.substr(comma + 2);
  }
}

ErrorKind const& kind_of(int extended_code, Role role) {
  switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_BUSY_SNAPSHOT:
      return kStoreConflict;
    default:
      break;
  }
  switch (extended_code & 0xFF) {
    case SQLITE_CONSTRAINT:
      return kStoreConstraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return kStoreBusy;
    case SQLITE_INTERRUPT:
      return kStoreTimeout;
    case SQLITE_TOOBIG:
      return kStoreMisuse;
    case SQLITE_FULL:
      return kStoreFull;
    case SQLITE_READONLY:
      return role == Role::Reader ? kStoreMisuse : kStoreFailed;
    default:
      return kStoreFailed;
  }
}

}  // namespace

bool is_fatal_sqlite_code(int extended_code) {
  int const primary = extended_code & 0xFF;
  return extended_code == SQLITE_IOERR_FSYNC || extended_code == SQLITE_IOERR_DIR_FSYNC ||
         extended_code == SQLITE_IOERR_CORRUPTFS || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

Error sqlite_error(int extended_code, std::string_view message, std::string_view statement_name, Role role) {
  Error error(kind_of(extended_code, role));
  if ((extended_code & 0xFF) == SQLITE_CONSTRAINT) {
    error.with("constraint",
               extended_code == SQLITE_CONSTRAINT_FOREIGNKEY ? "foreign key" : constraint_of(message));
  }
  error.log(fmt::format("{}: sqlite {}: {}", statement_name, extended_code, message));
  return error;
}

}  // namespace tamga::sql
