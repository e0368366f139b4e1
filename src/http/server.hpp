// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "base/result.hpp"
#include "http/options.hpp"
#include "http/route.hpp"

namespace tamga::http {

/// An HTTP/1.1 server: one thread and one listening socket (SO_REUSEPORT) per core, a pool for handlers that
/// may block, limits on everything. TLS and HTTP/2 end at the proxy in front. start and stop from one thread;
/// stats from any.
class Server {
 public:
  Server(Options options, std::vector<Route> routes);
  /// Stops at once if it still runs.
  ~Server();
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  /// Binds, listens, starts the threads; gives the port. HTTP_ROUTE when the table is wrong, HTTP_LISTEN with
  /// {address} and {port} when the address cannot be had. Once.
  Result<std::uint16_t> start();

  /// Stops accepting, closes idle connections, lets requests in flight finish until the deadline, then cuts
  /// what is left. Waits for handlers that run on the pool, even past the deadline: a thread cannot be cut.
  /// True when nothing had to be cut. Never call it from a handler.
  bool stop(std::chrono::milliseconds deadline);

  [[nodiscard]] Stats stats() const;

 private:
  class Threads;
  std::unique_ptr<Options> options_;
  std::vector<Route> routes_;
  std::unique_ptr<Threads> threads_;
};

}  // namespace tamga::http
