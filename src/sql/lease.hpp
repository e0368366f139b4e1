// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "sql/connection.hpp"

namespace tamga::sql {

class ConnectionPool;

/// A connection on loan: it goes back when the lease ends, with whatever was left open rolled back.
class Lease {
 public:
  Lease(Lease&& other) noexcept : pool_(other.pool_), connection_(std::move(other.connection_)) {}
  Lease& operator=(Lease&&) = delete;
  ~Lease();

  [[nodiscard]] Connection& operator*() const { return *connection_; }
  [[nodiscard]] Connection* operator->() const { return connection_.get(); }

 private:
  friend class ConnectionPool;
  Lease(ConnectionPool& pool, std::unique_ptr<Connection> connection)
      : pool_(&pool), connection_(std::move(connection)) {}

  ConnectionPool* pool_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace tamga::sql
