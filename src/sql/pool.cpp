// SPDX-License-Identifier: Apache-2.0
#include "sql/pool.hpp"

#include <cassert>

#include "sql/errors.hpp"

namespace tamga::sql {

ConnectionPool::ConnectionPool(std::size_t limit, std::chrono::milliseconds wait, Connect connect)
    : limit_(limit), wait_(wait), connect_(std::move(connect)) {
  idle_.reserve(limit);
}

ConnectionPool::~ConnectionPool() { assert(lent_ == 0 && "a lease outlived its store"); }

Result<Lease> ConnectionPool::take() {
  std::unique_ptr<Connection> connection;
  {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, wait_, [&] { return lent_ < limit_; })) {
      return fail(Error(kStoreBusy).log("all connections are in use"));
    }
    ++lent_;
    if (!idle_.empty()) {
      connection = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  // Outside the lock: asking or opening a connection may take the time of a round trip.
  if (connection && !connection->reset()) connection.reset();
  if (!connection) {
    auto opened = connect_();
    if (!opened) {
      give_back(nullptr);
      return fail(std::move(opened).error());
    }
    connection = std::move(*opened);
  }
  return Lease(*this, std::move(connection));
}

void ConnectionPool::give_back(std::unique_ptr<Connection> connection) {
  if (connection && !connection->reset()) connection.reset();
  {
    std::lock_guard const lock(mutex_);
    --lent_;
    if (connection) idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

Lease::~Lease() {
  if (connection_) pool_->give_back(std::move(connection_));
}

}  // namespace tamga::sql
