// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "sql/connection.hpp"
#include "sql/lease.hpp"
#include "sql/statement.hpp"

namespace tamga::sql {

/// How a store is opened. The defaults are those of the server.
struct Options {
  /// Connections for reading; opened when first needed.
  std::size_t readers = 8;
  /// Connections for writing on PostgreSQL. SQLite always has one.
  std::size_t writers = 8;
  /// How long to wait for a free connection or a lock of another process before kStoreBusy.
  std::chrono::milliseconds wait{5000};
  /// How long a statement may run that names no time of its own before kStoreTimeout.
  std::chrono::milliseconds statement_timeout{30000};
  /// Called once, from whatever thread notices, when the disk failed to keep what it was given (failed fsync,
  /// corrupt page). The process must stop: nothing after it may be acknowledged, and the store refuses all
  /// work.
  std::function<void(Error const&)> on_fatal{};
  /// Name of a registered SQLite VFS, so that tests can fail the disk; empty for the system's.
  std::string sqlite_vfs{};
};

class ConnectionPool;

/// Where the state lives: a SQLite folder owned by this process, or a PostgreSQL database shared by many.
/// Safe from any thread. All leases end before it does.
class Store {
 public:
  /// `sqlite:DIR` (the file DIR/tamga.db; DIR is created) or `postgresql://...` (libpq's URI). Errors:
  /// kStoreAddress, kStoreUnavailable, kStoreFailed.
  static Result<std::unique_ptr<Store>> open(std::string_view address, Options options = {});
  ~Store();
  Store(Store const&) = delete;
  Store& operator=(Store const&) = delete;

  [[nodiscard]] Engine engine() const { return engine_; }

  /// A connection that may write. On SQLite there is one: whoever has it keeps the others waiting.
  Result<Lease> writer();
  /// A connection that cannot write.
  Result<Lease> reader();

  /// Copies a SQLite store to the file `target` while work goes on, as of one moment, checks the copy
  /// (integrity_check) and makes it durable before it gets its name. An existing file is replaced.
  /// PostgreSQL is backed up with pg_dump or pg_basebackup, and this refuses (kBackupFailed).
  Result<void> backup_to(std::filesystem::path const& target);

 private:
  Store(Engine engine, std::string location, Options options);
  Result<std::unique_ptr<Connection>> connect(Role role);

  Engine engine_;
  std::string location_;  // the database file, or the URI
  Options options_;
  FatalSwitch fatal_;
  std::unique_ptr<ConnectionPool> writers_;
  std::unique_ptr<ConnectionPool> readers_;
};

}  // namespace tamga::sql
