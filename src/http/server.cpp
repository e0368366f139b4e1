// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>

#include "base/random.hpp"
#include "http/io_thread.hpp"
#include "http/server_state.hpp"

namespace tamga::http {
namespace {

/// Sets the ids of this run apart from those of the run before.
std::string request_id_prefix() {
  std::array<std::byte, 4> random{};
  SystemRng().fill(random);
  std::string prefix;
  for (auto const byte : random) prefix += fmt::format("{:02x}", std::to_integer<unsigned>(byte));
  return prefix;
}

}  // namespace

class Server::Threads {
 public:
  Threads(Options const& options, Router router) : state_(options, std::move(router), request_id_prefix()) {}

  Result<std::uint16_t> start() {
    auto const count = std::clamp(
        state_.options.io_threads != 0 ? state_.options.io_threads : std::thread::hardware_concurrency(), 1U,
        256U);
    auto port = state_.options.port;
    for (unsigned i = 0; i < count; ++i) {
      auto& thread = threads_.emplace_back(std::make_unique<IoThread>(state_, i));
      TAMGA_ASSIGN(bound, thread->listen(state_.options.address, port));
      port = bound;
    }
    for (auto& thread : threads_) thread->start();
    return port;
  }

  bool stop(std::chrono::milliseconds deadline) {
    state_.draining = true;
    for (auto& thread : threads_) thread->drain();
    bool const clean = state_.wait_until_quiet(std::chrono::steady_clock::now() + deadline);
    if (!clean) {
      for (auto& thread : threads_) thread->cut();
      state_.wait_until_quiet(std::chrono::steady_clock::time_point::max());
    }
    state_.pool.stop();
    for (auto& thread : threads_) thread->finish();
    return clean;
  }

  [[nodiscard]] Stats stats() const {
    Stats sum;
    sum.connections = state_.connections();
    sum.in_flight = state_.in_flight();
    for (auto const& thread : threads_) {
      auto const& counters = thread->counters();
      sum.accepted += counters.accepted.value();
      sum.refused_connections += counters.refused.value();
      sum.timeouts += counters.timeouts.value();
      sum.bytes_received += counters.bytes_received.value();
      sum.bytes_sent += counters.bytes_sent.value();
      for (std::size_t i = 0; i < sum.responses_by_class.size(); ++i)
        sum.responses_by_class[i] += counters.responses_by_class[i].value();
    }
    return sum;
  }

 private:
  ServerState state_;
  std::vector<std::unique_ptr<IoThread>> threads_;
};

Server::Server(Options options, std::vector<Route> routes)
    : options_(std::make_unique<Options>(std::move(options))), routes_(std::move(routes)) {}

Server::~Server() {
  if (threads_) stop(std::chrono::milliseconds(0));
}

Result<std::uint16_t> Server::start() {
  TAMGA_ASSIGN(router, Router::build(std::move(routes_)));
  auto threads = std::make_unique<Threads>(*options_, std::move(router));
  TAMGA_ASSIGN(port, threads->start());
  threads_ = std::move(threads);
  return port;
}

bool Server::stop(std::chrono::milliseconds deadline) {
  if (!threads_) return true;
  bool const clean = threads_->stop(deadline);
  threads_.reset();
  return clean;
}

Stats Server::stats() const { return threads_ ? threads_->stats() : Stats{}; }

}  // namespace tamga::http
