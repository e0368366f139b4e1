// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "http/options.hpp"
#include "http/response_writer.hpp"
#include "http/router.hpp"
#include "http/worker_pool.hpp"

namespace tamga::http {

/// One of the requests the server is working on; counted while it lives. Outlives the server without harm.
class InFlight {
 public:
  explicit InFlight(std::shared_ptr<std::atomic<std::size_t>> count) : count_(std::move(count)) {}
  InFlight(InFlight const&) = delete;
  InFlight& operator=(InFlight const&) = delete;
  ~InFlight() { count_->fetch_sub(1, std::memory_order_relaxed); }

 private:
  std::shared_ptr<std::atomic<std::size_t>> count_;
};

/// What all threads of one server share.
class ServerState {
  std::shared_ptr<std::atomic<std::size_t>> in_flight_ = std::make_shared<std::atomic<std::size_t>>(0);
  mutable std::mutex mutex_;
  std::condition_variable quiet_;
  std::size_t connections_ = 0;
  std::size_t acceptors_ = 0;
  std::map<std::string, std::size_t> by_address_;

 public:
  ServerState(Options const& opts, Router table, std::string prefix);

  /// Nothing when as many are in flight as may be.
  std::shared_ptr<InFlight> enter_in_flight();
  [[nodiscard]] std::size_t in_flight() const { return in_flight_->load(std::memory_order_relaxed); }

  /// False when this address, or all together, hold as many connections as they may.
  bool enter_connection(std::string const& address);
  void leave_connection(std::string const& address);
  [[nodiscard]] std::size_t connections() const;

  void acceptor_opened();
  void acceptor_closed();
  /// Waits until no acceptor and no connection is left; false when the deadline came first.
  bool wait_until_quiet(std::chrono::steady_clock::time_point deadline);

  /// An error as the client sees it, with the headers HTTP itself demands (Allow, Retry-After).
  [[nodiscard]] Response render(Error const& error, Request const& request) const;

  Options const& options;
  Router const router;
  ResponseWriter const writer;
  std::string const request_id_prefix;
  std::atomic<bool> draining = false;
  WorkerPool pool;  // last: its threads end before what they use
};

}  // namespace tamga::http
