// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.hpp"
#include "sql/lease.hpp"

namespace tamga::sql {

/// At most `limit` connections of one role, opened on demand and lent one by one; the last returned goes out
/// first, so that a quiet hour leaves the rest idle. Broken ones are replaced. Safe from any thread.
class ConnectionPool {
 public:
  using Connect = std::function<Result<std::unique_ptr<Connection>>()>;
  ConnectionPool(std::size_t limit, std::chrono::milliseconds wait, Connect connect);
  ~ConnectionPool();

  /// kStoreBusy when all are lent for longer than the wait; otherwise the error of connecting.
  Result<Lease> take();

 private:
  friend class Lease;
  void give_back(std::unique_ptr<Connection> connection);

  std::size_t limit_;
  std::chrono::milliseconds wait_;
  Connect connect_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t lent_ = 0;
};

}  // namespace tamga::sql
