// SPDX-License-Identifier: Apache-2.0
#include "sql/store.hpp"

#include "sql/errors.hpp"
#include "sql/pool.hpp"
#include "sql/postgres/pg_driver.hpp"
#include "sql/sqlite/sqlite_backup.hpp"
#include "sql/sqlite/sqlite_driver.hpp"

namespace tamga::sql {
namespace {

constexpr std::string_view kSqlitePrefix = "sqlite:";
constexpr std::string_view kFileName = "tamga.db";

bool is_postgres(std::string_view address) {
  return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

}  // namespace

Store::Store(Engine engine, std::string location, Options options)
    : engine_(engine), location_(std::move(location)), options_(std::move(options)) {
  fatal_.on_fatal = options_.on_fatal;
  std::size_t const writers = engine_ == Engine::Sqlite ? 1 : options_.writers;
  writers_ =
      std::make_unique<ConnectionPool>(writers, options_.wait, [this] { return connect(Role::Writer); });
  readers_ = std::make_unique<ConnectionPool>(options_.readers, options_.wait,
                                              [this] { return connect(Role::Reader); });
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(std::string_view address, Options options) {
  std::unique_ptr<Store> store;
  if (is_postgres(address)) {
    store.reset(new Store(Engine::Postgres, std::string(address), std::move(options)));
  } else if (address.starts_with(kSqlitePrefix) && address.size() > kSqlitePrefix.size()) {
    std::filesystem::path const folder(address.substr(kSqlitePrefix.size()));
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(Error(kStoreUnavailable).log(folder.string() + ": " + error.message()));
    store.reset(new Store(Engine::Sqlite, (folder / kFileName).string(), std::move(options)));
  } else {
    return fail(kStoreAddress);
  }
  // A store that cannot be written is known at the start, and the file exists before the first reader.
  TAMGA_TRY(store->writer());
  return store;
}

Result<std::unique_ptr<Connection>> Store::connect(Role role) {
  auto driver = engine_ == Engine::Sqlite ? SqliteDriver::open(location_, role, options_, fatal_)
                                          : PgDriver::open(location_, role, options_);
  if (!driver) return fail(std::move(driver).error());
  return std::make_unique<Connection>(engine_, role, std::move(*driver));
}

Result<Lease> Store::writer() { return writers_->take(); }
Result<Lease> Store::reader() { return readers_->take(); }

Result<void> Store::backup_to(std::filesystem::path const& target) {
  if (engine_ != Engine::Sqlite)
    return fail(Error(kBackupFailed).log("PostgreSQL is backed up with its own tools"));
  return back_up_sqlite(location_, target);
}

}  // namespace tamga::sql
