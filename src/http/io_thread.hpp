// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <unordered_set>

#include "base/result.hpp"
#include "http/asio.hpp"
#include "http/mailbox.hpp"
#include "http/server_state.hpp"

namespace tamga::http {

class Connection;

/// A counter written by one thread and read by any: no locked instruction per request.
class Counter {
 public:
  void add(std::uint64_t n) {
    value_.store(value_.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
  }
  [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

struct Counters {
  Counter accepted;
  Counter refused;
  Counter timeouts;
  Counter bytes_received;
  Counter bytes_sent;
  std::array<Counter, 6> responses_by_class;
};

/// One thread, its io_context, its listening socket and its connections. A coarse tick serves all deadlines
/// of the connections: a timer per operation would cost more than the requests.
class IoThread {
 public:
  IoThread(ServerState& state, unsigned index);
  ~IoThread();
  IoThread(IoThread const&) = delete;
  IoThread& operator=(IoThread const&) = delete;

  /// Binds and listens; gives the port.
  Result<std::uint16_t> listen(std::string const& address, std::uint16_t port);
  void start();

  // From any thread, in this order: stop accepting and close what is idle; close everything; end the thread.
  void drain();
  void cut();
  void finish();

  // For connections, on this thread.
  [[nodiscard]] ServerState& state() { return state_; }
  [[nodiscard]] asio::io_context& context() { return context_; }
  [[nodiscard]] std::shared_ptr<Mailbox> const& mailbox() const { return mailbox_; }
  [[nodiscard]] Counters& counters() { return counters_; }
  [[nodiscard]] Counters const& counters() const { return counters_; }
  [[nodiscard]] std::string const& date_line() const { return date_line_; }
  void next_request_id(std::string& out);
  void enter(Connection& connection) { connections_.insert(&connection); }
  void leave(Connection& connection) { connections_.erase(&connection); }

 private:
  Awaitable<void> accept();
  Awaitable<void> tick();
  void admit(Socket socket);
  void turn_away(Socket& socket, std::string const& address);
  void refresh_date();

  ServerState& state_;
  unsigned const index_;
  asio::io_context context_{1};
  std::shared_ptr<Mailbox> mailbox_;
  Acceptor acceptor_;
  Timer tick_;
  bool finished_ = false;
  Counters counters_;
  std::unordered_set<Connection*> connections_;
  std::uint64_t requests_ = 0;
  std::int64_t date_second_ = 0;
  std::string date_line_;
  std::thread thread_;
};

}  // namespace tamga::http
