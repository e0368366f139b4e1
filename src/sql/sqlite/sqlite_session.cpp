// SPDX-License-Identifier: Apache-2.0
// Opening, settings and transactions of a SQLite connection; statements are in sqlite_driver.cpp.
#include "sql/errors.hpp"
#include "sql/sqlite/sqlite_driver.hpp"

namespace tamga::sql {
namespace {

// WAL with synchronous=FULL: NORMAL loses the last commits on a power cut. Foreign keys are off by default.
// LIKE compares as PostgreSQL does. The log is checkpointed every 32 MB instead of every 4, which turns
// random page writes into fewer, larger ones.
constexpr char const* kSettings =
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA cell_size_check=ON;"
    "PRAGMA case_sensitive_like=ON;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA mmap_size=268435456;"
    "PRAGMA wal_autocheckpoint=8192;"
    "PRAGMA journal_size_limit=67108864;";

}  // namespace

SqliteDriver::SqliteDriver(Role role, Options const& options, FatalSwitch& fatal)
    : role_(role), fatal_(fatal), default_timeout_(options.statement_timeout), wait_(options.wait) {}

SqliteDriver::~SqliteDriver() {
  prepared_.clear();
  sqlite3_close(database_);
}

Result<std::unique_ptr<Driver>> SqliteDriver::open(std::string const& file, Role role, Options const& options,
                                                   FatalSwitch& fatal) {
  std::unique_ptr<SqliteDriver> driver(new SqliteDriver(role, options, fatal));
  char const* const vfs = options.sqlite_vfs.empty() ? nullptr : options.sqlite_vfs.c_str();
  int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int const code = sqlite3_open_v2(file.c_str(), &driver->database_, flags, vfs);
  if (driver->database_ == nullptr) return fail(Error(kStoreFailed).log("sqlite: no memory to open"));
  if (code != SQLITE_OK) return fail(driver->error_of(code, "open"));
  TAMGA_TRY(driver->configure());
  return std::unique_ptr<Driver>(std::move(driver));
}

Result<void> SqliteDriver::configure() {
  sqlite3_busy_timeout(database_, static_cast<int>(wait_.count()));
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // "Text" in double quotes is a name, as on PostgreSQL.
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  if (role_ == Role::Writer) TAMGA_TRY(script("PRAGMA journal_mode=WAL; PRAGMA cache_size=-65536"));
  TAMGA_TRY(check_wal());
  TAMGA_TRY(script(kSettings));
  // The default of 2 MB a reader halves the speed of look-ups as soon as much of the data is still in the log.
  if (role_ == Role::Reader) TAMGA_TRY(script("PRAGMA query_only=ON; PRAGMA cache_size=-16384"));
  deadline_ = std::chrono::steady_clock::time_point::max();
  sqlite3_progress_handler(database_, kStepsPerLook, &SqliteDriver::on_progress, this);
  return {};
}

// Some network file systems silently stay with another journal, under which readers would block the writer.
Result<void> SqliteDriver::check_wal() {
  deadline_ = std::chrono::steady_clock::time_point::max();
  TAMGA_TRY(start(Statement{"journal_mode", "PRAGMA journal_mode"}, {}));
  TAMGA_ASSIGN(found, step());
  bool const is_wal = found && column(0).bytes() == "wal";
  finish();
  if (!is_wal) return fail(Error(kStoreFailed).log("sqlite: the file system does not support WAL"));
  return {};
}

Result<void> SqliteDriver::script(std::string_view text) {
  // A migration may rewrite a large table: it is not held to the time of a statement.
  deadline_ = std::chrono::steady_clock::time_point::max();
  int const code = sqlite3_exec(database_, std::string(text).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return fail(error_of(code, "script"));
  return {};
}

Result<void> SqliteDriver::control(std::string_view text) {
  Statement const statement{text, text};
  TAMGA_TRY(execute(statement, {}));
  return {};
}

Result<void> SqliteDriver::begin() { return control(role_ == Role::Writer ? "BEGIN IMMEDIATE" : "BEGIN"); }
Result<void> SqliteDriver::commit() { return control("COMMIT"); }

void SqliteDriver::rollback() {
  // After a full disk, an I/O error or an interrupted write SQLite has rolled back by itself.
  if (sqlite3_get_autocommit(database_) != 0) return;
  if (!control("ROLLBACK"))
    fatal_.throw_once(Error(kStoreFailed).log("sqlite: a transaction cannot be rolled back"));
}

Result<void> SqliteDriver::savepoint() { return control("SAVEPOINT s"); }
Result<void> SqliteDriver::release() { return control("RELEASE s"); }

Result<void> SqliteDriver::rollback_to_savepoint() {
  if (sqlite3_get_autocommit(database_) != 0) {
    return fail(Error(kStoreFailed).log("sqlite: the engine rolled back the whole transaction"));
  }
  TAMGA_TRY(control("ROLLBACK TO s"));
  return control("RELEASE s");
}

}  // namespace tamga::sql
