// SPDX-License-Identifier: Apache-2.0
#include "http/server_state.hpp"

#include <algorithm>

#include "http/errors.hpp"
#include "http/text.hpp"

namespace tamga::http {
namespace {

unsigned worker_threads(Options const& options) {
  return options.worker_threads != 0 ? options.worker_threads
                                     : std::max(2U, std::thread::hardware_concurrency());
}

Response plain_error(Error const& error) {
  return Response::text(error.kind().http_status, std::string(error.name()) + "\n");
}

}  // namespace

ServerState::ServerState(Options const& opts, Router table, std::string prefix)
    : options(opts),
      router(std::move(table)),
      writer(opts.security_headers),
      request_id_prefix(std::move(prefix)),
      pool(worker_threads(opts), opts.limits.worker_queue) {}

std::shared_ptr<InFlight> ServerState::enter_in_flight() {
  if (in_flight_->fetch_add(1, std::memory_order_relaxed) >= options.limits.in_flight) {
    in_flight_->fetch_sub(1, std::memory_order_relaxed);
    return nullptr;
  }
  return std::make_shared<InFlight>(in_flight_);
}

bool ServerState::enter_connection(std::string const& address) {
  std::scoped_lock const lock(mutex_);
  if (connections_ >= options.limits.connections) return false;
  if (auto const limit = options.limits.connections_per_address; limit != 0) {
    auto& held = by_address_[address];
    if (held >= limit) return false;
    ++held;
  }
  ++connections_;
  return true;
}

void ServerState::leave_connection(std::string const& address) {
  std::scoped_lock const lock(mutex_);
  if (auto const found = by_address_.find(address); found != by_address_.end() && --found->second == 0)
    by_address_.erase(found);
  if (--connections_ == 0) quiet_.notify_all();
}

std::size_t ServerState::connections() const {
  std::scoped_lock const lock(mutex_);
  return connections_;
}

void ServerState::acceptor_opened() {
  std::scoped_lock const lock(mutex_);
  ++acceptors_;
}

void ServerState::acceptor_closed() {
  std::scoped_lock const lock(mutex_);
  if (--acceptors_ == 0) quiet_.notify_all();
}

bool ServerState::wait_until_quiet(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return quiet_.wait_until(lock, deadline, [this] { return acceptors_ == 0 && connections_ == 0; });
}

Response ServerState::render(Error const& error, Request const& request) const {
  auto response = options.render_error ? options.render_error(error, request) : plain_error(error);
  auto const has = [&](std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](Header const& header) { return iequals(header.name, name); });
  };
  if (error.is(kMethodNotAllowed) && !has("Allow"))
    for (auto const& [name, value] : error.arguments())
      if (name == "allow") response.header("Allow", value);
  if (response.status == 503 && !has("Retry-After"))
    response.header("Retry-After", std::to_string(options.retry_after.count()));
  return response;
}

}  // namespace tamga::http
