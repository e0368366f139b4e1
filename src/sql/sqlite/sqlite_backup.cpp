// SPDX-License-Identifier: Apache-2.0
#include "sql/sqlite/sqlite_backup.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <memory>

#include "sql/errors.hpp"

namespace tamga::sql {
namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

Error failed(std::string why) { return Error(kBackupFailed).log(std::move(why)); }

Result<Database> open(std::string const& file, int flags) {
  sqlite3* raw = nullptr;
  int const code = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) return fail(failed(file + ": " + sqlite3_errstr(code)));
  return database;
}

Result<void> copy(sqlite3* from, sqlite3* to) {
  sqlite3_backup* const backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) return fail(failed(sqlite3_errmsg(to)));
  // All pages in one step: a read transaction of one moment, which writers in WAL mode do not notice.
  int const stepped = sqlite3_backup_step(backup, -1);
  int const finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) return fail(failed(sqlite3_errstr(stepped)));
  if (finished != SQLITE_OK) return fail(failed(sqlite3_errstr(finished)));
  return {};
}

Result<void> check(sqlite3* database) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &raw, nullptr) != SQLITE_OK)
    return fail(failed(sqlite3_errmsg(database)));
  std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> const statement(raw, &sqlite3_finalize);
  if (sqlite3_step(raw) != SQLITE_ROW) return fail(failed(sqlite3_errmsg(database)));
  std::string const verdict(reinterpret_cast<char const*>(sqlite3_column_text(raw, 0)));
  if (verdict != "ok") return fail(failed("integrity_check: " + verdict));
  return {};
}

Result<void> make_durable(std::filesystem::path const& path, int flags) {
  int const descriptor = ::open(path.c_str(), flags);
  if (descriptor < 0) return fail(failed("open " + path.string()));
  int const synced = ::fsync(descriptor);
  ::close(descriptor);
  if (synced != 0) return fail(failed("fsync " + path.string()));
  return {};
}

}  // namespace

Result<void> back_up_sqlite(std::string const& file, std::filesystem::path const& target) {
  std::filesystem::path const partial = target.string() + ".partial";
  std::error_code error;
  std::filesystem::remove(partial, error);
  {
    TAMGA_ASSIGN(from, open(file, SQLITE_OPEN_READONLY));
    TAMGA_ASSIGN(to, open(partial.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    TAMGA_TRY(copy(from.get(), to.get()));
    // The copy is one file: it must not need a write-ahead log of its own.
    if (sqlite3_exec(to.get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
      return fail(failed(sqlite3_errmsg(to.get())));
    TAMGA_TRY(check(to.get()));
  }
  TAMGA_TRY(make_durable(partial, O_RDONLY));
  std::filesystem::rename(partial, target, error);
  if (error) return fail(failed("rename: " + error.message()));
  auto const folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  return make_durable(folder, O_RDONLY | O_DIRECTORY);
}

}  // namespace tamga::sql
